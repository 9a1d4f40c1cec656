using System.Text.RegularExpressions;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>axe on every page and on everything that opens, filled with what people work with.</summary>
public sealed partial class AccessibilityTests(FilledServer server) : IClassFixture<FilledServer>
{
    private const string Recruiter = "demo-recruiter";
    private const string Admin = "demo-admin";

    /// <summary>Each route of the pages, who goes there, and by what they know that it is filled.</summary>
    private static readonly Visit[] Visits =
    [
        new("upload", Recruiter, _ => "/upload", "[data-testid=upload-row][data-status=completed]", page => page.ChooseAsync(Samples.PathOf("french-cv.pdf"))),
        new("candidates", Recruiter, _ => "/candidates", "[data-testid=candidate-row]"),
        new("candidates/:id", Recruiter, server => $"/candidates/{server.CandidateId}", "h1"),
        new("candidates/:id", Admin, server => $"/candidates/{server.CandidateId}", "[data-testid=share]"),
        new("jobs", Recruiter, _ => "/jobs", ".record-row"),
        new("jobs/new", Recruiter, _ => "/jobs/new", "form"),
        new("jobs/:id", Recruiter, server => $"/jobs/{server.JobId}", ".score-badge"),
        new("jobs/:id/edit", Recruiter, server => $"/jobs/{server.JobId}/edit", "form"),
        new("matching", Recruiter, _ => "/matching", "svg"),
        new("matches/:id", Recruiter, server => $"/matches/{server.MatchId}", "h1"),
        new("google-drive", Recruiter, _ => "/google-drive", "[data-testid=sync]", page => page.Tab.GetByText("Show files").ClickAsync()),
        new("google-drive/callback", Recruiter, _ => "/google-drive/callback?error=access_denied&state=lost", "[role=alert]"),
        new("notifications", Recruiter, _ => "/notifications", "[data-testid=notification-item]"),
        new("preferences", Recruiter, _ => "/preferences", "table, form"),
        new("admin", Admin, _ => "/admin", "svg"),
        new("announcements", Admin, _ => "/admin/announcements", "form"),
        new("dead-letters", Admin, _ => "/admin/dead-letters", "[data-testid=dead-letter]"),
        new("withheld", Admin, _ => "/admin/withheld?user=demo-recruiter-2", "[data-testid=withheld]"),
        new("sign-in/callback", Recruiter, _ => "/sign-in/callback", "[data-testid=drop-zone]"),
        new("*", Recruiter, _ => "/nowhere", "h1, h2"),
    ];

    public static TheoryData<int> EachVisit => [.. Enumerable.Range(0, Visits.Length)];

    [Fact]
    public void Every_route_of_the_pages_is_visited()
    {
        var source = File.ReadAllText(Path.Combine(ServerSettings.WebApiFolder, "..", "WebClient", "app", "AppRoutes.tsx"));
        var routes = RoutePath().Matches(source).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Contains("upload", routes);

        var visited = Visits.Select(visit => visit.Route).ToHashSet();
        Assert.True(routes.IsSubsetOf(visited), $"AppRoutes.tsx has {Named(routes.Except(visited))}: add a line to {nameof(Visits)} in AccessibilityTests.cs for each, with who goes there and what shows that the page is filled.");
        Assert.True(visited.IsSubsetOf(routes), $"AppRoutes.tsx no longer has {Named(visited.Except(routes))}: take its line out of {nameof(Visits)} in AccessibilityTests.cs.");
    }

    [Theory, MemberData(nameof(EachVisit))]
    public async Task A_page_breaks_no_rule(int visit)
    {
        var (route, user, address, filled, prepare) = Visits[visit];
        await using var browser = await OpenAsync();
        var page = await SignInAsync(browser, user);
        await page.Tab.GotoAsync(address(server));
        if (prepare is not null)
            await prepare(page);
        await Expect(page.Tab.Locator("main").Locator(filled).First).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(page.Tab, $"{route} as {user}");
    }

    [Fact]
    public async Task The_sign_in_page_breaks_no_rule()
    {
        await using var browser = await OpenAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync("/");
        await Expect(page.GetByTestId($"sign-in-{Admin}")).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(page, "sign-in");
    }

    [Fact]
    public async Task The_notification_centre_breaks_no_rule_in_any_of_its_states()
    {
        await using var browser = await OpenAsync();
        var page = await SignInAsync(browser, Recruiter);
        await page.Tab.EvaluateAsync(
            "id => localStorage.setItem('hotgigs.imports.demo-recruiter', JSON.stringify([{ id, kind: 'resume', label: 'portfolio.pdf', startedAt: new Date().toISOString() }]))",
            $"{server.UnderWayId}");
        await page.Tab.ReloadAsync();
        await page.Bell.ClickAsync();
        await Expect(page.Tab.GetByTestId("import-row")).ToHaveAttributeAsync("data-status", "processing");
        var fold = page.Tab.GetByTestId("notification-fold").First;
        await Axe.AssertNothingFoundAsync(page.Tab, "all, with an import in progress");

        await fold.GetByRole(AriaRole.Button).First.ClickAsync();
        await page.Notifications.First.HoverAsync();
        await page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Delete ") }).First.ClickAsync();
        await Expect(page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Undo" })).ToBeVisibleAsync();
        await ServiceEvents.AddCandidatesAsync(server.Address, Recruiter, 1);
        await Expect(page.Tab.GetByTestId("new-notifications")).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(page.Tab, "an open fold, something to undo, something new");

        foreach (var tab in new[] { "Unread", "Archived" })
        {
            await page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = tab, Exact = true }).ClickAsync();
            await Expect(page.Tab.GetByRole(AriaRole.Feed)).ToHaveAttributeAsync("aria-busy", "false");
            await Axe.AssertNothingFoundAsync(page.Tab, tab);
        }

        await page.Tab.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Kind" }).SelectOptionAsync("match_found");
        await Expect(page.Tab.GetByText("Nothing here")).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(page.Tab, "a choice that nothing fits");

        // A connection that is given up at once, as where there are too many.
        await page.Tab.RouteWebSocketAsync("**/ws/connect**", socket => _ = socket.CloseAsync(new WebSocketRouteCloseOptions { Code = 4409 }));
        await page.Tab.ReloadAsync();
        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "offline");
        await page.Bell.ClickAsync();
        await Expect(page.Tab.Locator(".hg-offline")).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(page.Tab, "offline");
    }

    [Fact]
    public async Task Menus_dialogues_and_toasts_break_no_rule()
    {
        await using var browser = await OpenAsync();
        var admin = await SignInAsync(browser, Admin);
        await admin.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("Ada Lindqvist") }).ClickAsync();
        await Expect(admin.Tab.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(admin.Tab, "the user menu");

        await admin.Tab.GotoAsync($"/candidates/{server.CandidateId}");
        await Button(admin, "Edit tags").ClickAsync();
        await Button(admin, "Share").ClickAsync();
        await Expect(admin.Tab.GetByRole(AriaRole.Checkbox).First).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(admin.Tab, "the sharing dialogue");
        await admin.Tab.Keyboard.PressAsync("Escape");
        await admin.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Stop sharing with") }).ClickAsync();
        await Expect(admin.Tab.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await Axe.AssertNothingFoundAsync(admin.Tab, "asking before a share is taken back");
        await admin.Tab.Keyboard.PressAsync("Escape");

        await ServiceEvents.AddCandidatesAsync(server.Address, Admin, 2);
        await admin.Tab.GetByTestId("toast").First.HoverAsync();
        await Axe.AssertNothingFoundAsync(admin.Tab, "toasts, and tags being changed");
        await ServiceEvents.AddCandidatesAsync(server.Address, Admin, 4);
        await admin.Tab.GetByTestId("toast-summary").HoverAsync();
        await Axe.AssertNothingFoundAsync(admin.Tab, "the summary of a storm");
    }

    [GeneratedRegex("<Route[^>]*? path=\"([^\"]+)\"")]
    private static partial Regex RoutePath();

    private static string Named(IEnumerable<string> routes) => string.Join(", ", routes.Order().Select(route => $"\"{route}\""));

    private static ILocator Button(HotGigsPage page, string name) =>
        page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    private static Task<HotGigsPage> SignInAsync(IBrowserContext browser, string user) => HotGigsPage.SignInAsync(browser, user);

    private Task<IBrowserContext> OpenAsync() =>
        server.Chromium.OpenAsync(server.Address, new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce });

    /// <summary>A route as in AppRoutes.tsx, and how it is seen filled.</summary>
    /// <param name="Route">The path of the route.</param>
    /// <param name="User">The demo user who goes there.</param>
    /// <param name="Address">Where the page is.</param>
    /// <param name="Filled">What is on the page once it has its content.</param>
    /// <param name="Prepare">What is done there first.</param>
    private sealed record Visit(
        string Route, string User, Func<FilledServer, string> Address, string Filled, Func<HotGigsPage, Task>? Prepare = null);
}
