using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>Why did I get this, and why did somebody not?</summary>
public sealed class TraceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_trace_says_what_caused_a_notification_and_why_it_came_by_which_way()
    {
        using var user = await fixture.RecruiterAsync();
        await user.PutAsync("/api/notifications/preferences", """{ "types": { "match_found": { "browser": false } } }""");
        var sent = await fixture.SendAsync(
            new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null) { Cause = new NotificationCause("matching", "run-7") });
        var id = Assert.Single(sent.NotificationIds);

        var trace = (await user.GetAsync($"/api/notifications/{id}/trace")).Json;

        Assert.Equal(id, trace.Id("notification_id"));
        Assert.Equal("""{"source":"matching","id":"run-7"}""", trace.Field("caused_by").GetRawText());
        Assert.Equal(
            [("in_app", "deliver"), ("email", "defer"), ("browser", "suppress")],
            trace.Items("decisions").Select(one => (one.Text("delivery_channel")!, one.Text("outcome")!)));
        Assert.Equal("Turned off in the recipient's preferences.", trace.Items("decisions")[2].Text("reason"));
        Assert.All(trace.Items("decisions"), one => Assert.False(one.IsNull("at")));
        Assert.Empty(trace.Items("attempts"));
    }

    [Fact]
    public async Task A_trace_of_somebody_else_is_not_found()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.AdminAsync();
        var id = Assert.Single((await ShareAsync(user, Guid.CreateVersion7())).NotificationIds);

        Problem.AssertIs(await other.GetAsync($"/api/notifications/{id}/trace"), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await user.GetAsync($"/api/notifications/{Guid.CreateVersion7()}/trace"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_admin_finds_what_was_never_created_and_why()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var candidate = Guid.CreateVersion7();
        await ShareAsync(user, candidate);
        await ShareAsync(user, candidate);
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null) { ExpiresAt = DateTimeOffset.UnixEpoch });
        await user.PutAsync("/api/notifications/preferences", """{ "types": { "bulk_upload_completed": { "in_app": false, "email": false } } }""");
        await fixture.SendAsync(new NotifyBulkUploadCompleted(user.Id, Guid.CreateVersion7(), 1, 1, 0));

        var all = await DecisionsAsync(admin, $"user_id={user.Id}");

        Assert.Equal(
            [
                ("bulk_upload_completed", "Turned off in the recipient's preferences."),
                ("match_found", "It had expired before it could be told."),
                ("candidate_shared", "The recipient had been told already, by the same deduplication key."),
            ],
            all.Select(one => (one.Text("type")!, one.Items("decisions")[0].Text("reason")!)));
        Assert.Single(await DecisionsAsync(admin, $"user_id={user.Id}&type=match_found"));
        Assert.Single(await DecisionsAsync(admin, $"user_id={user.Id}&type=candidate_shared&key={candidate}"));
        Assert.Empty(await DecisionsAsync(admin, $"user_id={user.Id}&key=another"));

        // The recipient may ask as well.
        var trace = await user.GetAsync($"/api/notifications/{all[0].Id("id")}/trace");
        Assert.Equal("suppress", trace.Json.Items("decisions")[0].Text("outcome"));
    }

    [Fact]
    public async Task Decisions_come_in_pages()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var candidate = Guid.CreateVersion7();
        foreach (var _ in Enumerable.Range(0, 6))
            await ShareAsync(user, candidate);

        var ids = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = (await admin.GetAsync($"/api/admin/notifications/decisions?user_id={user.Id}&limit=2&cursor={cursor}")).Json;
            ids.AddRange(page.Items("decisions").Select(one => one.Id("id")));
            cursor = page.Text("next_cursor");
        }
        while (cursor is not null);

        Assert.Equal(5, ids.Count);
        Assert.Equal(5, ids.Distinct().Count());
    }

    [Fact]
    public async Task Decisions_are_for_admins_and_of_one_user()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        const string Path = "/api/admin/notifications/decisions";

        Problem.AssertIs(await user.GetAsync($"{Path}?user_id={user.Id}"), HttpStatusCode.Forbidden, "forbidden");
        Problem.AssertNames(await admin.GetAsync(Path), "user_id");
        Problem.AssertNames(await admin.GetAsync($"{Path}?user_id={user.Id}&type=pigeon"), "type");
        Problem.AssertNames(await admin.GetAsync($"{Path}?user_id={user.Id}&limit=101"), "limit");
        Problem.AssertNames(await admin.GetAsync($"{Path}?user_id={user.Id}&cursor=mangled"), "cursor");
    }

    private static async Task<IReadOnlyList<System.Text.Json.JsonElement>> DecisionsAsync(TestUser admin, string query) =>
        (await admin.GetAsync($"/api/admin/notifications/decisions?{query}")).Json.Items("decisions");

    private Task<NotifyResult> ShareAsync(TestUser user, Guid candidateId) => fixture.SendAsync(
        new NotifyCandidateShared(user.Id, candidateId, "Ada Example", "Sam Sharer", null, null));
}
