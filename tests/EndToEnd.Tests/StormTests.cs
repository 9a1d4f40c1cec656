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
}
