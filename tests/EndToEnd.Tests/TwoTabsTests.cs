using HotGigs.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>One user in two tabs. A server of its own, and no recruiter: what a candidate uploads is told to all of them.</summary>
public sealed class TwoTabsTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task What_is_read_in_one_tab_is_read_in_the_other()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var one = await HotGigsPage.SignInAsync(browser, "demo-candidate");
        var other = await HotGigsPage.SignInAsync(browser, "demo-candidate");

        await one.ChooseAsync(Samples.PathOf("junior-graduate.pdf"));
        await Expect(other.Badge).ToHaveTextAsync("1");
        await one.Bell.ClickAsync();
        await one.Tab.GetByTestId("mark-all-read").ClickAsync();

        await Expect(other.Badge).ToHaveCountAsync(0);
        await other.Bell.ClickAsync();
        await Expect(other.Notifications.First).ToHaveAttributeAsync("data-unread", "false");
    }

    [Fact]
    public async Task Two_tabs_in_the_background_show_one_notification_of_the_browser()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        // Without a screen every tab counts as shown, and the browser's own notifications go nowhere.
        await browser.AddInitScriptAsync(
            """
            Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden' });
            window.told = [];
            window.Notification = class {
              static permission = 'granted';
              constructor(title, { tag }) { window.told.push(tag); }
            };
            """);
        HotGigsPage[] tabs =
        [
            await HotGigsPage.SignInAsync(browser, "demo-admin"),
            await HotGigsPage.SignInAsync(browser, "demo-admin"),
        ];

        await ServiceEvents.AddCandidatesAsync(server.Address, "demo-admin", 1);
        foreach (var tab in tabs)
            await Expect(tab.Badge).ToHaveTextAsync("1");
        Assert.Equal(["hotgigs.candidate_added"], await Eventually.GetAsync(() => ToldAsync(tabs), told => told.Length > 0));

        // The one that led is gone: the other one leads.
        var leader = (await tabs[0].Tab.EvaluateAsync<string[]>("() => window.told")).Length > 0 ? 0 : 1;
        await tabs[leader].Tab.CloseAsync();
        var other = tabs[1 - leader];
        await other.Tab.WaitForFunctionAsync("async () => (await navigator.locks.query()).held.length > 0");
        await ServiceEvents.AddCandidatesAsync(server.Address, "demo-admin", 1);
        Assert.Equal(["hotgigs.candidate_added"], await Eventually.GetAsync(() => ToldAsync([other]), told => told.Length > 0));
    }

    private static async Task<string[]> ToldAsync(HotGigsPage[] tabs)
    {
        var told = await Task.WhenAll(tabs.Select(tab => tab.Tab.EvaluateAsync<string[]>("() => window.told")));
        return [.. told.SelectMany(each => each)];
    }
}
