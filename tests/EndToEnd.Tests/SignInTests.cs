using HotGigs.IdentityProvider;
using HotGigs.Tests.Shared;
using Microsoft.Playwright;
using static HotGigs.EndToEnd.Tests.SignInFixture;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>People sign in where their company has them sign in: the button, the provider's page, and back.</summary>
public sealed class SignInTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task A_recruiter_comes_back_to_the_page_they_wanted_stays_connected_and_signs_out_at_the_provider_too()
    {
        // A token so short is about to expire from the first request on.
        fixture.Provider.TokenLifetime = TimeSpan.FromSeconds(20);
        await using var browser = await fixture.Chromium.OpenAsync(fixture.Address);
        var page = await OpenAsync(browser, "/candidates?search=java");
        await SignInAsync(page, Erin);

        await Expect(page.Tab).ToHaveURLAsync($"{fixture.Address}candidates?search=java");
        await Expect(page.Tab.GetByRole(AriaRole.Heading, new() { Name = "Candidates", Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");
        await Eventually.TrueAsync(() => fixture.Provider.Refreshes > 0);

        fixture.Provider.TokenLifetime = TimeSpan.FromMinutes(5);
        var before = fixture.Provider.Refreshes;
        await fixture.RefuseTokensOfAsync(Erin);
        await Eventually.TrueAsync(() => fixture.Provider.Refreshes > before);
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");
        await page.Tab.ReloadAsync();
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");

        await page.Tab.GetByRole(AriaRole.Button, new() { Name = "Account of Erin Example" }).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.Tab).ToHaveURLAsync(fixture.Address.ToString());
        await Button(page).ClickAsync();
        await Expect(page.Tab.GetByRole(AriaRole.Button, new() { Name = Erin.Name })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_turns_back_may_try_again_as_another()
    {
        await using var browser = await fixture.Chromium.OpenAsync(fixture.Address);
        var page = await OpenAsync(browser, "/jobs");
        await Button(page).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Link, new() { Name = "Cancel" }).ClickAsync();

        await Expect(page.Tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("You did not finish signing in");
        await Expect(page.Tab).ToHaveURLAsync($"{fixture.Address}jobs");

        await SignInAsync(page, Nora);
        await Expect(page.Tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("The account of Nora Newcomer has no role in HotGigs yet");
        await page.Tab.GetByRole(AriaRole.Button, new() { Name = "Use another account" }).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Button, new() { Name = Erin.Name }).ClickAsync();
        await Expect(page.Tab.GetByRole(AriaRole.Heading, new() { Name = "Jobs", Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_blocked_account_is_told_that_its_session_has_ended()
    {
        var brief = new Account("brief", "Brief Guest", "brief@example.com", "recruiter");
        fixture.Provider.Set(brief);
        await using var browser = await fixture.Chromium.OpenAsync(fixture.Address);
        var page = await OpenAsync(browser, "/upload");
        await SignInAsync(page, brief);
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");

        fixture.Provider.Remove(brief);
        await fixture.RefuseTokensOfAsync(brief);
        await Expect(page.Tab.GetByText("Your session has ended. Please sign in again.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_to_a_sign_in_of_another_tab_is_not_taken()
    {
        await using var browser = await fixture.Chromium.OpenAsync(fixture.Address);
        var page = await OpenAsync(browser, "/sign-in/callback?code=stolen&state=unknown");

        await Expect(page.Tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("started in another tab");
        await Expect(Button(page)).ToBeVisibleAsync();
        await Expect(page.Tab).ToHaveURLAsync(fixture.Address.ToString());
    }

    [Fact]
    public async Task A_token_that_the_server_does_not_take_is_said_to_be_a_matter_of_settings()
    {
        fixture.Provider.Audience = "payroll";
        await using var browser = await fixture.Chromium.OpenAsync(fixture.Address);
        var page = await OpenAsync(browser, "/");
        await SignInAsync(page, Erin);

        await Expect(page.Tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("the settings of the two don’t match");
        fixture.Provider.Audience = "hotgigs";
    }

    [Fact]
    public async Task While_the_provider_is_away_the_page_says_so_and_the_button_works_again_afterwards()
    {
        await using var browser = await fixture.Chromium.OpenAsync(fixture.Address);
        var page = await OpenAsync(browser, "/");
        await Expect(Button(page)).ToBeVisibleAsync();
        await fixture.Provider.StopAsync();
        await Button(page).ClickAsync();
        await Expect(page.Tab.GetByRole(AriaRole.Alert)).ToContainTextAsync("couldn’t reach Example Corp");

        await fixture.Provider.StartAgainAsync();
        await SignInAsync(page, Erin);
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");
    }

    private static async Task<HotGigsPage> OpenAsync(IBrowserContext browser, string path)
    {
        var page = new HotGigsPage(await browser.NewPageAsync());
        await page.Tab.GotoAsync(path);
        return page;
    }

    private static ILocator Button(HotGigsPage page) => page.Tab.GetByRole(AriaRole.Button, new() { Name = "Sign in with Example Corp" });

    private static async Task SignInAsync(HotGigsPage page, Account account)
    {
        await Button(page).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Button, new() { Name = account.Name }).ClickAsync();
    }
}
