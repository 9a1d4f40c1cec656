using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Mail;

namespace HotGigs.WebApi.FunctionalTests.Emails;

/// <summary>On a developer's machine mails are files, and their links work.</summary>
public sealed class FolderTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string OneClick = "List-Unsubscribe=One-Click";

    [Fact]
    public async Task A_shared_candidate_becomes_a_mail_in_the_folder()
    {
        using var recruiter = await ReaderAsync();
        await ShareAsync(recruiter);

        var mail = Assert.Single(await fixture.Server.MailsToAsync(recruiter, 1));
        Assert.Equal("Candidate Shared With You", mail.Subject);
        Assert.Equal(recruiter.Name, mail.To.Mailboxes.Single().Name);
        Assert.Contains("Sam Sharer shared candidate Jane Doe with you", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("http://localhost:8000/candidates/", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_program_turns_mails_off_with_one_click_and_without_signing_in()
    {
        using var recruiter = await ReaderAsync();
        await ShareAsync(recruiter);
        var mail = Assert.Single(await fixture.Server.MailsToAsync(recruiter, 1));
        Assert.Equal(OneClick, mail.Headers["List-Unsubscribe-Post"]);

        using var nobody = TestUser.WithToken(fixture.Server, "nobody", null);
        var answer = await nobody.SendAsync(HttpMethod.Post, PathOf(mail), Form());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        await ShareAsync(recruiter);
        // A match, which the mail did not speak of, still comes.
        await fixture.SendAsync(new NotifyMatchFound(recruiter.Id, Guid.CreateVersion7(), 90, "Tester", null));
        var after = await fixture.Server.MailsToAsync(recruiter, 2);
        Assert.Equal("New Job Match Found", after[1].Subject);
        Assert.Equal(3, (await recruiter.NotificationsAsync()).Count);
    }

    [Fact]
    public async Task Who_only_looks_at_the_link_is_asked_and_nothing_is_turned_off()
    {
        using var recruiter = await ReaderAsync();
        await ShareAsync(recruiter);
        var mail = Assert.Single(await fixture.Server.MailsToAsync(recruiter, 1));

        using var scanner = TestUser.WithToken(fixture.Server, "scanner", null);
        var page = await scanner.GetAsync(PathOf(mail));

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.Status, page.ContentType));
        Assert.Contains("<form method=\"post\">", page.Text, StringComparison.Ordinal);
        Assert.Contains("candidates shared with you", page.Text, StringComparison.Ordinal);
        await ShareAsync(recruiter);
        await fixture.Server.MailsToAsync(recruiter, 2);
    }

    [Fact]
    public async Task A_mangled_link_is_refused_to_programs_as_a_problem_and_to_people_as_a_page()
    {
        using var nobody = TestUser.WithToken(fixture.Server, "nobody", null);
        foreach (var path in new[] { "/api/email/unsubscribe", "/api/email/unsubscribe?token=", "/api/email/unsubscribe?token=abc" })
        {
            Problem.AssertNames(await nobody.SendAsync(HttpMethod.Post, path, Form()), "token");
            var page = await nobody.SendAsync(HttpMethod.Post, path, Form(), ("Accept", "text/html"));
            Assert.Equal((HttpStatusCode.UnprocessableEntity, "text/html; charset=utf-8"), (page.Status, page.ContentType));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await nobody.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Neither_address_nor_link_nor_text_of_a_mail_is_logged()
    {
        using var recruiter = await ReaderAsync();
        await ShareAsync(recruiter, "Unmistakable Candidate");
        var mail = Assert.Single(await fixture.Server.MailsToAsync(recruiter, 1));
        await recruiter.GetAsync(PathOf(mail));
        await recruiter.SendAsync(HttpMethod.Post, PathOf(mail), Form());

        var token = PathOf(mail).Split('=')[1];
        Assert.All(new[] { token, "Unmistakable Candidate", $"{recruiter.Id}@example.com" }, secret =>
            Assert.DoesNotContain(fixture.Server.Log.Entries, entry => entry.Text.Contains(secret, StringComparison.Ordinal)));
    }

    private static FormUrlEncodedContent Form() => new([new("List-Unsubscribe", "One-Click")]);

    private static string PathOf(MimeKit.MimeMessage mail) => ReceivedMail.LinkOf(mail).PathAndQuery;

    private async Task<TestUser> ReaderAsync()
    {
        var recruiter = await fixture.RecruiterAsync();
        await recruiter.WantMailsAtOnceAsync();
        return recruiter;
    }

    private Task ShareAsync(TestUser user, string candidate = "Jane Doe") =>
        fixture.SendAsync(new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), candidate, "Sam Sharer", "Strong fit", null));
}
