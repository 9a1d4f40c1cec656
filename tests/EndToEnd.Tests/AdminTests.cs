using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>An admin who looks after the server, and a recruiter in a browser of their own.</summary>
public sealed class AdminTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task What_an_admin_announces_reaches_a_recruiter_at_once_and_the_status_shows_them_both()
    {
        await using var office = await server.Chromium.OpenAsync(server.Address);
        await using var elsewhere = await server.Chromium.OpenAsync(server.Address);
        var admin = await HotGigsPage.SignInAsync(office, "demo-admin");
        var recruiter = await HotGigsPage.SignInAsync(elsewhere, "demo-recruiter");

        await OpenAsync(admin, "Status");
        await Expect(FigureOf(admin, "Connections")).ToHaveTextAsync("2");
        await Expect(FigureOf(admin, "Users online")).ToHaveTextAsync("2");
        await Expect(admin.Tab.GetByRole(AriaRole.List, new PageGetByRoleOptions { Name = "Connections per room" })).ToContainTextAsync("Recruiters2");

        await AnnounceAsync(admin, "Maintenance tonight", "We are down for an hour.", "Keep in everyone’s feed");
        await Expect(admin.Tab.GetByText("Announced. It is in the feed of")).ToBeVisibleAsync();
        await Expect(recruiter.Badge).ToHaveTextAsync("1");
        await recruiter.Bell.ClickAsync();
        await Expect(recruiter.Notifications).ToContainTextAsync("We are down for an hour.");
        await recruiter.Tab.Keyboard.PressAsync("Escape");

        await AnnounceAsync(admin, "Save your work", "We restart in a minute.", "Only to who is online now");
        await Expect(admin.Tab.GetByText("Announced. 2 people online just saw it.")).ToBeVisibleAsync();
        var banner = recruiter.Tab.GetByTestId("room-message");
        await Expect(banner).ToContainTextAsync("We restart in a minute.");
        await banner.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Dismiss “Save your work”" }).ClickAsync();
        await Expect(banner).ToHaveCountAsync(0);
        // Nothing of it is kept.
        await recruiter.Bell.ClickAsync();
        await Expect(recruiter.Notifications).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_pages_of_admins_are_for_admins()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var candidate = await HotGigsPage.SignInAsync(browser, "demo-candidate");

        await Expect(candidate.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Admin" })).ToHaveCountAsync(0);
        await candidate.Tab.GotoAsync("/admin/dead-letters");
        await Expect(candidate.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "These pages are for admins" })).ToBeVisibleAsync();
    }

    private static async Task OpenAsync(HotGigsPage page, string section)
    {
        await page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Admin", Exact = true }).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = section }).ClickAsync();
    }

    private static ILocator FigureOf(HotGigsPage page, string label) =>
        page.Tab.Locator("dl.figures > div")
            .Filter(new LocatorFilterOptions { Has = page.Tab.GetByText(label, new PageGetByTextOptions { Exact = true }) })
            .Locator("strong");

    private static async Task AnnounceAsync(HotGigsPage admin, string title, string message, string delivery)
    {
        await OpenAsync(admin, "Announcements");
        await admin.Tab.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Title" }).FillAsync(title);
        await admin.Tab.GetByRole(AriaRole.Textbox, new PageGetByRoleOptions { Name = "Message" }).FillAsync(message);
        await admin.Tab.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = delivery }).CheckAsync();
        await admin.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Announce…" }).ClickAsync();
        await admin.Tab.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Announce" }).ClickAsync();
    }
}
