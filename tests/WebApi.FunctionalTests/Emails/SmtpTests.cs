using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using Microsoft.Extensions.Logging;

namespace HotGigs.WebApi.FunctionalTests.Emails;

/// <summary>The running server and its mail server, in good times and bad.</summary>
public sealed class SmtpTests(SmtpFixture fixture) : IClassFixture<SmtpFixture>
{
    [Fact]
    public async Task A_mail_is_sent_at_once_without_waiting_for_the_next_look()
    {
        using var recruiter = await ReaderAsync();
        await ShareAsync(recruiter);

        await ReceivedAsync(recruiter, 1);
    }

    [Fact]
    public async Task Mails_of_an_outage_arrive_when_the_mail_server_is_back_and_the_log_speaks_of_it_once()
    {
        using var recruiter = await ReaderAsync();
        await fixture.StopSmtpAsync();
        var before = Outages();
        for (var i = 0; i < 5; i++)
            await ShareAsync(recruiter);
        await Eventually.TrueAsync(() => Outages() == before + 1);

        fixture.StartSmtp();
        await ReceivedAsync(recruiter, 5);
        Assert.Equal(before + 1, Outages());

        int Outages() => fixture.Server.Log.Entries.Count(entry =>
            entry.Level == LogLevel.Warning && entry.Text.StartsWith("No mail can be sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_sees_what_was_given_up_and_has_it_tried_again()
    {
        using var admin = await fixture.AdminAsync();
        using var recruiter = await ReaderAsync();
        fixture.Smtp.Refuse = address => address == $"{recruiter.Id}@example.com" ? $"550 5.1.1 {address} is unknown here" : null;
        await ShareAsync(recruiter);

        var list = await Eventually.GetAsync(
            () => admin.GetAsync("/api/admin/emails?status=dead"), answer => answer.Json.Items("emails").Count == 1);
        var mail = list.Json.Items("emails")[0];
        Assert.Equal((recruiter.Id, "candidate_shared", "dead"), (mail.Text("user_id"), mail.Text("type"), mail.Text("status")));
        Assert.Equal("Candidate Shared With You", mail.Text("title"));
        Assert.Equal("The mail server refused it for good.", mail.Text("reason"));
        Assert.Equal("550 5.1.1 … is unknown here", Assert.Single(mail.Items("attempts")).Text("error"));
        Assert.DoesNotContain("@", list.Text, StringComparison.Ordinal);

        fixture.Smtp.Refuse = _ => null;
        var requeued = await admin.PostAsync($"/api/admin/emails/{mail.Id("id")}/requeue");
        Assert.Equal((HttpStatusCode.OK, "pending"), (requeued.Status, requeued.Json.Text("status")));
        Assert.True(Assert.Single(requeued.Json.Items("attempts")).GetProperty("before_requeue").GetBoolean());
        await ReceivedAsync(recruiter, 1);

        var sent = await Eventually.GetAsync(
            () => admin.GetAsync("/api/admin/emails?status=sent&limit=100"),
            answer => answer.Json.Items("emails").Any(one => one.Id("id") == mail.Id("id")));
        Assert.Equal("sent", (await admin.GetAsync($"/api/admin/emails/{mail.Id("id")}")).Json.Text("status"));
        Problem.AssertIs(await admin.PostAsync($"/api/admin/emails/{mail.Id("id")}/requeue"), HttpStatusCode.Conflict, "conflict");
        Assert.NotEmpty(sent.Text);
    }

    [Fact]
    public async Task Mails_are_listed_page_by_page_newest_first()
    {
        using var admin = await fixture.AdminAsync();
        using var recruiter = await ReaderAsync();
        for (var i = 0; i < 5; i++)
            await ShareAsync(recruiter);
        await Eventually.GetAsync(
            () => admin.GetAsync("/api/admin/emails?status=sent&limit=100"),
            answer => answer.Json.Items("emails").Count(one => one.Text("user_id") == recruiter.Id) == 5);

        var whole = (await admin.GetAsync("/api/admin/emails?status=sent&limit=100")).Json.Items("emails").Select(one => one.Id("id")).ToList();
        var paged = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await admin.GetAsync($"/api/admin/emails?status=sent&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).Json;
            paged.AddRange(page.Items("emails").Select(one => one.Id("id")));
            cursor = page.Text("next_cursor");
        }
        while (cursor is not null);

        Assert.Equal(whole, paged);
        Assert.Equal(whole.Count, paged.Distinct().Count());
    }

    [Theory]
    [InlineData("status=lost", "status")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("cursor=abc", "cursor")]
    public async Task A_wrong_question_is_refused(string query, string field)
    {
        using var admin = await fixture.AdminAsync();

        Problem.AssertNames(await admin.GetAsync($"/api/admin/emails?{query}"), field);
    }

    [Fact]
    public async Task Only_admins_look_after_mails()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        using var nobody = TestUser.WithToken(fixture.Server, "nobody", null);
        var requeue = $"/api/admin/emails/{Guid.CreateVersion7()}/requeue";

        Problem.AssertIs(await recruiter.GetAsync("/api/admin/emails"), HttpStatusCode.Forbidden, "forbidden");
        Problem.AssertIs(await recruiter.PostAsync(requeue), HttpStatusCode.Forbidden, "forbidden");
        Problem.AssertIs(await nobody.GetAsync("/api/admin/emails"), HttpStatusCode.Unauthorized, "unauthenticated");
        Problem.AssertIs(await admin.PostAsync(requeue), HttpStatusCode.NotFound, "not_found");
        var one = $"/api/admin/emails/{Guid.CreateVersion7()}";
        Problem.AssertIs(await recruiter.GetAsync(one), HttpStatusCode.Forbidden, "forbidden");
        Problem.AssertIs(await admin.GetAsync(one), HttpStatusCode.NotFound, "not_found");
    }

    private async Task<TestUser> ReaderAsync()
    {
        var recruiter = await fixture.RecruiterAsync();
        await recruiter.WantMailsAtOnceAsync();
        return recruiter;
    }

    private Task ReceivedAsync(TestUser user, int mails) =>
        Eventually.TrueAsync(() => fixture.Smtp.To($"{user.Id}@example.com").Count == mails);

    private Task ShareAsync(TestUser user) =>
        fixture.SendAsync(new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Jane Doe", "Sam Sharer", null, null));
}
