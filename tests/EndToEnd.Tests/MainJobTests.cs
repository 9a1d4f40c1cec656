using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HotGigs.EndToEnd.Tests;

/// <summary>The main job, lived through in a real browser against the started program.</summary>
public sealed class MainJobTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task A_recruiter_drops_a_resume_watches_it_and_is_led_by_the_bell_to_its_candidate()
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter");
        await page.RecordProgressAsync();

        await page.DropAsync(Samples.PathOf("modern-sidebar-right.pdf"));

        var row = page.UploadRow("modern-sidebar-right.pdf");
        await Expect(row).ToHaveAttributeAsync("data-status", "completed");
        await Expect(HotGigsPage.ProgressOf(row)).ToHaveAttributeAsync("aria-valuenow", "100");
        var progress = await page.RecordedProgressAsync();
        Assert.Equal(progress.Order(), progress);
        Assert.Contains(progress, percent => percent is > 0 and < 100);
        Assert.Contains("Running parser", await page.RecordedTextAsync(), StringComparison.Ordinal);

        await Expect(page.Badge).ToHaveTextAsync("2");
        await page.Bell.ClickAsync();
        var completed = page.Notifications.Filter(new LocatorFilterOptions { HasText = "Resume Processing Complete" });
        await Expect(completed).ToContainTextAsync("Resume for Amelia Thornbury has been processed successfully");
        await Expect(completed).ToHaveAttributeAsync("data-unread", "true");
        await completed.ClickAsync();

        await Expect(page.Tab).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/candidates/[0-9a-f-]{36}$"));
        await Expect(page.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Amelia Thornbury" })).ToBeVisibleAsync();
        await Expect(page.Badge).ToHaveTextAsync("1");
        await page.Bell.ClickAsync();
        await Expect(completed).ToHaveAttributeAsync("data-unread", "false");
    }

    [Theory]
    [InlineData("modern-sidebar-left.pdf", "Lucía Fernández", "lucia.fernandez.marketing@example.org")]
    [InlineData("classic-single-column.pdf", "Jonathan P. Whitfield", "jpwhitfield@example.com")]
    [InlineData("modern-product-manager.docx", "Priya Raghunathan", "priya.raghunathan@example.co.uk")]
    public async Task A_real_resume_becomes_a_candidate_with_a_name_and_an_address(string file, string name, string email)
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter-2");

        await page.ChooseAsync(Samples.PathOf(file));
        var row = page.UploadRow(file);
        await Expect(row).ToHaveAttributeAsync("data-status", "completed");
        await row.GetByText("View candidate").ClickAsync();

        await Expect(page.Tab.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name })).ToBeVisibleAsync();
        await Expect(page.Tab.GetByText(email)).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("encrypted.pdf", "protected by a password")]
    [InlineData("scanned.pdf", "This PDF has no text; upload a searchable one")]
    [InlineData("truncated.pdf", "damaged")]
    [InlineData("old-word.doc", "Please save it as one of these")]
    public async Task A_document_that_cannot_be_read_says_why_in_plain_words(string file, string reason)
    {
        await using var browser = await server.Chromium.OpenAsync(server.Address);
        var page = await HotGigsPage.SignInAsync(browser, "demo-recruiter");

        await page.ChooseAsync(Samples.PathOf(file));

        await Expect(page.UploadRow(file)).ToContainTextAsync(reason);
    }
}
