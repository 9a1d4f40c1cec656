using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>Recruiters who work on the same candidates and jobs at the same time.</summary>
public sealed class MatchingTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Two_recruiters_who_look_at_the_same_candidate_see_each_others_names()
    {
        await using var candidate = await server.Chromium.OpenAsync(server.Address);
        await using var rosas = await server.Chromium.OpenAsync(server.Address);
        await using var bens = await server.Chromium.OpenAsync(server.Address);
        await UploadAsync(await HotGigsPage.SignInAsync(candidate, "demo-candidate"), "modern-sidebar-left.pdf");
        var rosa = await OpenCandidateAsync(rosas, "demo-recruiter", "Lucía Fernández");
        var ben = await OpenCandidateAsync(bens, "demo-recruiter-2", "Lucía Fernández");

        await Expect(rosa.Tab.GetByText("Ben Okafor is looking at this candidate too")).ToBeVisibleAsync();
        await Expect(ben.Tab.GetByText("Rosa Delgado is looking at this candidate too")).ToBeVisibleAsync();

        await ben.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "All candidates" }).ClickAsync();
        await Expect(rosa.Tab.GetByText("is looking at this candidate too")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_job_that_another_recruiter_posts_shows_its_match_on_the_dashboard_without_a_reload()
    {
        await using var rosas = await server.Chromium.OpenAsync(server.Address);
        await using var bens = await server.Chromium.OpenAsync(server.Address);
        var rosa = await HotGigsPage.SignInAsync(rosas, "demo-recruiter");
        await UploadAsync(rosa, "classic-single-column.pdf");
        await rosa.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Matches", Exact = true }).ClickAsync();
        await Expect(rosa.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "No open jobs" })).ToBeVisibleAsync();

        await PostJobAsync(await HotGigsPage.SignInAsync(bens, "demo-recruiter-2"), "Accountant", "GAAP", "Auditing");

        var alert = rosa.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "New 100 % match: Jonathan P. Whitfield for Accountant" });
        await Expect(alert).ToBeVisibleAsync();
        await Expect(rosa.Tab.GetByTestId("overview-job")).ToContainTextAsync("Accountant");
        await Expect(rosa.Tab.GetByTestId("newest-match")).ToContainTextAsync("Jonathan P. Whitfield");
        await Expect(rosa.Tab.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "90–100 %: 1 match, 100 % of all" })).ToBeVisibleAsync();

        await alert.ClickAsync();
        await Expect(rosa.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Jonathan P. Whitfield for Accountant" })).ToBeVisibleAsync();
        await rosa.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "View candidate" }).ClickAsync();
        await Expect(rosa.Tab.GetByTestId("candidate-match")).ToContainTextAsync("Every skill is there");
    }

    private static async Task UploadAsync(HotGigsPage page, string file)
    {
        await page.ChooseAsync(Samples.PathOf(file));
        await Expect(page.UploadRow(file)).ToHaveAttributeAsync("data-status", "completed");
    }

    private static async Task<HotGigsPage> OpenCandidateAsync(IBrowserContext browser, string user, string name)
    {
        var page = await HotGigsPage.SignInAsync(browser, user);
        await page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Candidates", Exact = true }).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name }).ClickAsync();
        await Expect(page.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name })).ToBeVisibleAsync();
        return page;
    }

    private static async Task PostJobAsync(HotGigsPage page, string title, params string[] skills)
    {
        await page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Jobs", Exact = true }).ClickAsync();
        await page.Tab.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Post a job" }).First.ClickAsync();
        await page.Tab.GetByLabel("Title").FillAsync(title);
        await page.Tab.GetByLabel("Company").FillAsync("Acme");
        foreach (var skill in skills)
        {
            await page.Tab.GetByLabel("Required skills").FillAsync(skill);
            await page.Tab.GetByLabel("Required skills").PressAsync("Enter");
        }

        await page.Tab.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Post job" }).ClickAsync();
    }
}
