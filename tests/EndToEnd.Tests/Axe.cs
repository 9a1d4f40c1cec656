using HotGigs.Tests.Shared.Servers;
using Microsoft.Playwright;

namespace HotGigs.EndToEnd.Tests;

/// <summary>axe-core in the page: the rules of WCAG 2.0, 2.1 and 2.2 at levels A and AA, and best practice.</summary>
internal static class Axe
{
    private static readonly string Source = Path.Combine(
        ServerSettings.WebApiFolder, "..", "WebClient", "node_modules", "axe-core", "axe.min.js");

    /// <summary>Each way in which the page is looked at.</summary>
    private static readonly (ColorScheme Scheme, int Width, int Height)[] Looks =
    [
        (ColorScheme.Light, 1280, 800), (ColorScheme.Dark, 1280, 800), (ColorScheme.Dark, 390, 844), (ColorScheme.Light, 390, 844),
    ];

    /// <summary>Looks at what is on the page, in both themes, on a desk and on a phone.</summary>
    public static async Task AssertNothingFoundAsync(IPage page, string what)
    {
        var found = new List<string>();
        foreach (var (scheme, width, height) in Looks)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.SetViewportSizeAsync(width, height);
            found.AddRange((await RunAsync(page)).Select(violation => $"{scheme} at {width} px: {violation}"));
        }

        Assert.True(found.Count == 0, $"{what}\n{string.Join('\n', found)}");
    }

    private static async Task<string[]> RunAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Source));
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              // What a style sheet moves gently has to have arrived: colours are mixed on the way.
              await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
              const { violations, passes } = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } },
                resultTypes: ['violations'],
              });
              if (passes.length < 10) return ['It has looked at next to nothing.'];
              return violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, html, failureSummary }) => `${id} ${target} ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ').slice(0, 300)}`));
            }
            """);
    }
}
