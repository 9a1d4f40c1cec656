using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>Two people: one shares a candidate, the other is told, and the first sees how far the news has come.</summary>
public sealed class SharingTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Who_shares_a_candidate_sees_the_news_delivered_seen_and_read_without_reloading()
    {
        await using var adminsBrowser = await server.Chromium.OpenAsync(server.Address);
        await using var recruitersBrowser = await server.Chromium.OpenAsync(server.Address);
        // Known to the server, and away: the news cannot be delivered yet.
        var recruiter = await HotGigsPage.SignInAsync(recruitersBrowser, "demo-recruiter");
        await recruiter.Tab.CloseAsync();
        var admin = await HotGigsPage.SignInAsync(adminsBrowser, "demo-admin");
        await admin.ChooseAsync(Samples.PathOf("modern-product-manager.docx"));
        await admin.UploadRow("modern-product-manager.docx").GetByText("View candidate").ClickAsync();

        await Button(admin, "Share").ClickAsync();
        await admin.Tab.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { NameRegex = new Regex("Rosa Delgado") }).CheckAsync();
        await admin.Tab.GetByLabel("Reason").FillAsync("Fits your search");
        await Button(admin, "Share candidate").ClickAsync();
        var receipt = admin.Tab.GetByTestId("share").Locator(".share-receipt");
        await Expect(receipt).ToHaveAttributeAsync("data-kind", "sent");

        recruiter = await HotGigsPage.SignInAsync(recruitersBrowser, "demo-recruiter");
        await Expect(receipt).ToHaveAttributeAsync("data-kind", "delivered");

        await recruiter.Bell.ClickAsync();
        var shared = recruiter.Notifications.Filter(new LocatorFilterOptions { HasText = "Candidate Shared With You" });
        await Expect(shared).ToContainTextAsync("Ada Lindqvist shared candidate Priya Raghunathan with you");
        await Expect(receipt).ToHaveAttributeAsync("data-kind", "seen");

        await shared.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(recruiter.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Priya Raghunathan" })).ToBeVisibleAsync();
        await Expect(recruiter.Tab.GetByText("Shared by Ada Lindqvist: Fits your search")).ToBeVisibleAsync();
        await Expect(receipt).ToHaveAttributeAsync("data-kind", "read");
    }

    private static ILocator Button(HotGigsPage page, string name) =>
        page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });
}
