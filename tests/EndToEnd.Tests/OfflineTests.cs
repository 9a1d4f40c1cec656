using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>What a person sees whose own network goes and comes back.</summary>
public sealed class OfflineTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Recruiter = "demo-recruiter";

    [Fact]
    public async Task Offline_the_page_says_so_takes_back_what_it_could_not_do_and_catches_up_when_the_network_is_back()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, Recruiter);
        await ServiceEvents.AddCandidatesAsync(server.Address, Recruiter, 2);
        await Expect(page.Badge).ToHaveTextAsync("2");
        await page.Bell.ClickAsync();
        await Expect(page.Notifications).ToHaveCountAsync(2);

        await browser.SetOfflineAsync(true);
        await Expect(page.Connection).Not.ToHaveAttributeAsync("data-state", "live");

        // Gone at once, and back when the server could not be told.
        await page.Notifications.First.HoverAsync();
        await page.Notifications.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("^Delete ") }).ClickAsync();
        await Expect(page.Tab.GetByText("We couldn’t confirm that.")).ToBeVisibleAsync();
        await Expect(page.Notifications).ToHaveCountAsync(2);
        await Expect(page.Badge).ToHaveTextAsync("2");
        await page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dismiss" }).ClickAsync();
        await page.Tab.Keyboard.PressAsync("Escape");

        await ServiceEvents.AddCandidatesAsync(server.Address, Recruiter, 1);
        await ServiceEvents.AddCandidatesAsync(server.Address, Recruiter, 1);
        await browser.SetOfflineAsync(false);

        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");
        await Expect(page.Badge).ToHaveTextAsync("4");
        // What was missed is no news any more.
        await Expect(page.Tab.GetByTestId("toast")).ToHaveCountAsync(0);
        await page.Bell.ClickAsync();
        await Expect(page.Tab.GetByText("4 unread")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_arrives_while_somebody_reads_waits_above_the_list()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-admin");
        await ServiceEvents.AddCandidatesAsync(server.Address, "demo-admin", 1);
        await page.Bell.ClickAsync();
        await page.Notifications.First.HoverAsync();

        await ServiceEvents.AddCandidatesAsync(server.Address, "demo-admin", 3);

        await Expect(page.Tab.GetByTestId("new-notifications")).ToHaveTextAsync("3 new");
        await Expect(page.Badge).ToHaveTextAsync("4");
        await Expect(page.Notifications).ToHaveCountAsync(1);
        await page.Tab.GetByTestId("new-notifications").ClickAsync();
        var fold = page.Tab.GetByTestId("notification-fold");
        await Expect(fold).ToContainTextAsync("and 3 more");
        await fold.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.Notifications).ToHaveCountAsync(4);
    }
}
