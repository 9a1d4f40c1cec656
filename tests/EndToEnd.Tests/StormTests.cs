using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>Hundreds of notifications at once, as a person sees them.</summary>
public sealed class StormTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const int Count = 500;

    [Fact]
    public async Task Five_hundred_notifications_at_once_are_one_summary_and_one_line_that_opens()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter");
        await page.Tab.EvaluateAsync(
            """
            () => {
              window.mostToasts = 0;
              new MutationObserver(() => {
                const shown = document.querySelectorAll('[data-testid=toast]').length;
                window.mostToasts = Math.max(window.mostToasts, shown);
              }).observe(document.body, { subtree: true, childList: true });
            }
            """);

        await ServiceEvents.AddCandidatesAsync(server.Address, "demo-recruiter", Count);

        await Expect(page.Badge).ToHaveTextAsync("99+");
        await page.Bell.ClickAsync();
        await Expect(page.Tab.GetByText("99+ unread")).ToBeVisibleAsync();
        var line = page.Tab.GetByTestId("notification-fold");
        await Expect(line).ToContainTextAsync($"Candidate {Count} has been added");
        await Expect(line).ToHaveCountAsync(1);
        Assert.InRange(await page.Tab.EvaluateAsync<int>("() => window.mostToasts"), 0, 3);

        await line.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.Notifications.First).ToContainTextAsync($"Candidate {Count} has been added");
        await page.Tab.GetByTestId("mark-all-read").ClickAsync();
        await Expect(page.Badge).ToHaveCountAsync(0);
        await page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" }).ClickAsync();
        await Expect(page.Badge).ToHaveTextAsync("99+");
    }

    [Fact]
    public async Task Five_hundred_notifications_at_once_hold_up_no_frame()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter-2");
        var line = page.Tab.GetByTestId("notification-fold");
        var longest = new Dictionary<string, double>();
        async Task MeasureAsync(string what, Func<Task> action) => longest[what] = await MainThread.LongestTaskAsync(page.Tab, action);

        await page.Bell.ClickAsync();
        await MeasureAsync("they arrive in the open panel", async () =>
        {
            await ServiceEvents.AddCandidatesAsync(server.Address, "demo-recruiter-2", Count);
            await Expect(line).ToContainTextAsync($"and {Count - 1} more");
        });
        await MeasureAsync("their line is opened", async () =>
        {
            await line.GetByRole(AriaRole.Button).First.ClickAsync();
            await Expect(page.Notifications.First).ToBeVisibleAsync();
        });
        await MeasureAsync("all of them come into view, one screen after the other", async () =>
        {
            for (var shown = 0; shown < Count; shown = await page.Notifications.CountAsync())
                await page.Notifications.Last.ScrollIntoViewIfNeededAsync();
        });
        await MeasureAsync("all of them are marked as read", async () =>
        {
            await page.Tab.GetByTestId("mark-all-read").ClickAsync();
            await Expect(page.Tab.Locator("[data-testid=notification-item][data-unread=true]")).ToHaveCountAsync(0);
        });
        await MeasureAsync("that is undone", async () =>
        {
            // Not by its role: to find that among thousands of buttons keeps the page busy itself.
            await page.Tab.GetByTestId("undo").ClickAsync();
            await Expect(page.Tab.Locator("[data-testid=notification-item][data-unread=true]")).ToHaveCountAsync(Count);
        });

        foreach (var (what, milliseconds) in longest)
            TestContext.Current.TestOutputHelper?.WriteLine($"{milliseconds:F0} ms at most while {what}");
        Assert.All(longest, measured => Assert.True(measured.Value < 100, $"{measured.Value:F0} ms while {measured.Key}"));
    }
}
