using Microsoft.Playwright;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The web client in a tab, as a person finds their way in it.</summary>
internal sealed class HotGigsPage(IPage page)
{
    public ILocator Bell => page.GetByTestId("bell");

    public ILocator Badge => page.GetByTestId("bell-badge");

    public ILocator Notifications => page.GetByTestId("notification-item");

    public ILocator Connection => page.GetByTestId("connection-state");

    public IPage Tab => page;

    public static async Task<HotGigsPage> SignInAsync(IBrowserContext browser, string user)
    {
        var page = new HotGigsPage(await browser.NewPageAsync());
        await page.Tab.GotoAsync("/");
        await page.Tab.GetByTestId($"sign-in-{user}").ClickAsync();
        await Assertions.Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");
        return page;
    }

    public ILocator UploadRow(string fileName) => page.GetByTestId("upload-row").Filter(new LocatorFilterOptions { HasText = fileName });

    public static ILocator ProgressOf(ILocator uploadRow) => uploadRow.GetByRole(AriaRole.Progressbar);

    /// <summary>Drops a file on the page, as from the desktop.</summary>
    public async Task DropAsync(string path)
    {
        var transfer = await page.EvaluateHandleAsync(
            """
            ([name, base64]) => {
              const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], name));
              return transfer;
            }
            """,
            new[] { Path.GetFileName(path), Convert.ToBase64String(await File.ReadAllBytesAsync(path)) });
        var target = page.GetByTestId("drop-zone");
        foreach (var step in new[] { "dragenter", "dragover", "drop" })
            await target.DispatchEventAsync(step, new { dataTransfer = transfer });
    }

    /// <summary>Chooses files in the file dialogue.</summary>
    public Task ChooseAsync(params string[] paths) => page.GetByTestId("file-input").SetInputFilesAsync(paths);

    /// <summary>From now on writes down what every progress bar shows.</summary>
    public Task RecordProgressAsync() => page.EvaluateAsync(
        """
        () => {
          window.recorded = [];
          new MutationObserver(() => {
            for (const row of document.querySelectorAll('[data-testid=upload-row]')) {
              const bar = row.querySelector('[role=progressbar]');
              if (bar) window.recorded.push([row.textContent, Number(bar.getAttribute('aria-valuenow'))]);
            }
          }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        }
        """);

    public async Task<IReadOnlyList<int>> RecordedProgressAsync() =>
        await page.EvaluateAsync<int[]>("() => window.recorded.map(([, value]) => value)");

    public async Task<string> RecordedTextAsync() =>
        await page.EvaluateAsync<string>("() => window.recorded.map(([text]) => text).join('\\n')");
}
