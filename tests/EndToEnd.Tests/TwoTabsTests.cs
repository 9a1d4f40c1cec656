using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>One user in two tabs. A server of its own: what a candidate uploads is told to every recruiter.</summary>
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
}
