using Microsoft.Playwright;

namespace HotGigs.EndToEnd.Tests;

/// <summary>Somebody who has a keyboard and no mouse. Wherever the focus comes by, it has to be seen, and not hidden behind something.</summary>
internal sealed class Focus(IPage page)
{
    /// <summary>More stops than any page has.</summary>
    private const int MostStops = 150;

    public async Task PressAsync(string keys)
    {
        await page.Keyboard.PressAsync(keys);
        await AssertSeenAsync(keys);
    }

    /// <summary>Presses Tab until the focus is on what is looked for.</summary>
    /// <param name="backwards">With Shift.</param>
    public async Task TabToAsync(ILocator target, bool backwards = false)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await IsOnAsync(target))
                return;
            await PressAsync(backwards ? "Shift+Tab" : "Tab");
        }

        Assert.Fail($"Tab never came to {target}.");
    }

    public static Task<bool> IsOnAsync(ILocator target) =>
        target.EvaluateAllAsync<bool>("all => all.some((one) => one === document.activeElement)");

    /// <summary>What has the focus has an outline, itself or around it, and some of it is on top (WCAG 2.4.7 and 2.4.11).</summary>
    private async Task AssertSeenAsync(string after)
    {
        var trouble = await page.EvaluateAsync<string?>(
            """
            () => {
              const focused = document.activeElement;
              // After its last stop the focus goes to the browser itself, for one press.
              if (!focused || focused === document.body) return null;
              const describe = () => focused.outerHTML.slice(0, 120);
              const isOutlined = (element) => {
                const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
                return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || (element === focused && boxShadow !== 'none');
              };
              const around = [focused, focused.closest('.hg-item, .hg-toast, label, li')].filter(Boolean);
              if (!around.some(isOutlined)) return `is not seen on ${describe()}`;
              const { left, top, width, height } = focused.getBoundingClientRect();
              const places = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + width * x, top + height * y]));
              const isOnTop = ([x, y]) => {
                const there = document.elementFromPoint(x, y);
                return there !== null && (focused.contains(there) || there.contains(focused));
              };
              return places.some(isOnTop) ? null : `is hidden on ${describe()}`;
            }
            """);
        Assert.True(trouble is null, $"After {after} the focus {trouble}");
    }
}
