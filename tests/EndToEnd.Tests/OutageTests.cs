using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>What a person sees when the server goes away and comes back. A server of its own: the others must not be disturbed.</summary>
public sealed class OutageTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_server_that_is_killed_while_it_processes_finishes_when_it_is_back_and_the_page_sees_it_through()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter");
        string[] files = ["modern-sidebar-left.pdf", "classic-single-column.pdf", "german-lebenslauf.pdf", "french-cv.pdf"];

        foreach (var file in files)
        {
            // One by one: together they would be one batch.
            await page.ChooseAsync(Samples.PathOf(file));
            await Expect(page.UploadRow(file)).ToHaveAttributeAsync("data-resume-id", new System.Text.RegularExpressions.Regex(".+"));
        }

        await server.KillAndRestartAsync(whileDown: () =>
            Expect(page.Connection).Not.ToHaveAttributeAsync("data-state", "live"));

        await Expect(page.Connection).ToHaveAttributeAsync("data-state", "live");
        foreach (var file in files)
            await Expect(page.UploadRow(file)).ToHaveAttributeAsync("data-status", "completed");
        await Expect(page.Badge).ToHaveTextAsync($"{2 * files.Length}");
    }
}
