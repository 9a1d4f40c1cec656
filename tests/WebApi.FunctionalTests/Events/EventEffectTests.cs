using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using static HotGigs.WebApi.FunctionalTests.Events.Producer;

namespace HotGigs.WebApi.FunctionalTests.Events;

/// <summary>Whom each type of event tells what; those of resumes are in <see cref="ResumeEventTests"/>.</summary>
public sealed class EventEffectTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly Guid id = Guid.CreateVersion7();

    [Fact]
    public async Task A_new_candidate_is_told_to_the_recruiter_who_has_them()
    {
        using var rosa = await fixture.RecruiterAsync();
        await using var socket = await rosa.ConnectAsync();

        await ReportAsync(Event("candidate.added", new { user_id = rosa.Id, candidate_id = id, candidate_name = "Ada Example", source = "google_drive" }));

        var data = await DataAsync(socket, "candidate_added");
        Assert.Equal((id, "Ada Example", "google_drive"), (data.Id("candidate_id"), data.Text("candidate_name"), data.Text("source")));
        Assert.Equal("Ada Example has been added to your candidates", data.Text("message"));
    }

    [Fact]
    public async Task A_new_candidate_in_the_pool_is_told_to_every_recruiter_and_to_nobody_else()
    {
        using var here = await fixture.RecruiterAsync();
        using var away = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        await using var socket = await here.ConnectAsync();

        await ReportAsync(Event("candidate.added", new { room = "recruiters", candidate_id = id, candidate_name = "Ada Example", source = "application" }));

        Assert.Equal("Ada Example has been added to the candidate pool", (await DataAsync(socket, "candidate_added")).Text("message"));
        Assert.Contains(await away.NotificationsAsync(), one => one.Field("related").Id("candidate_id") == id);
        Assert.DoesNotContain(await admin.NotificationsAsync(), one => one.Text("type") == "candidate_added");
    }

    [Fact]
    public async Task A_shared_candidate_is_told_under_the_name_of_who_shared_them()
    {
        using var rosa = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        await using var socket = await rosa.ConnectAsync();

        await ReportAsync(Event("candidate.shared", new
        {
            user_id = rosa.Id, candidate_id = id, candidate_name = "Ada Example", shared_by = "Sam Sharer", shared_by_id = admin.Id, share_reason = "A good fit",
        }));

        var data = await DataAsync(socket, "candidate_shared");
        Assert.Equal("Sam Sharer shared candidate Ada Example with you", data.Text("message"));
        Assert.Equal(("A good fit", null), (data.Text("share_reason"), data.Text("share_notes")));
        var actor = Assert.Single(await rosa.NotificationsAsync()).Field("actor");
        Assert.Equal((admin.Id, "Sam Sharer"), (actor.Text("id"), actor.Text("name")));
    }

    [Fact]
    public async Task A_match_is_told_from_a_score_of_80_on()
    {
        using var rosa = await fixture.RecruiterAsync();
        await using var socket = await rosa.ConnectAsync();

        await ReportAsync(Event("match.found", new { user_id = rosa.Id, match_id = Guid.CreateVersion7(), match_score = 79, job_title = "Tester" }));
        await ReportAsync(Event("match.found", new { user_id = rosa.Id, match_id = id, match_score = 87, job_title = "Tester", candidate_name = "Ada Example" }));

        var data = await DataAsync(socket, "match_found");
        Assert.Equal((id, 87), (data.Id("match_id"), data.Number("match_score")));
        Assert.Equal("New 87% match found: Ada Example for Tester", data.Text("message"));
        Assert.Single(await rosa.NotificationsAsync());
    }

    [Fact]
    public async Task A_batch_and_a_sync_are_told_each_time_they_end()
    {
        using var rosa = await fixture.RecruiterAsync();
        await using var socket = await rosa.ConnectAsync();
        var ended = new { user_id = rosa.Id, batch_id = id, total_files = 50, successful = 47, failed = 3 };

        await ReportAsync(Event("bulk_upload.completed", ended));
        await ReportAsync(Event("bulk_upload.completed", ended));
        await ReportAsync(Event("google_drive.sync_completed", new { user_id = rosa.Id, sync_id = id, folder_name = "Resumes", new_files = 12 }));

        Assert.Equal("Bulk upload completed: 47/50 successful", (await DataAsync(socket, "bulk_upload_completed")).Text("message"));
        Assert.Equal(id, (await DataAsync(socket, "bulk_upload_completed")).Id("batch_id"));
        Assert.Equal(
            "Google Drive sync completed: 12 new resumes from Resumes", (await DataAsync(socket, "google_drive_sync_completed")).Text("message"));
    }

    [Fact]
    public async Task Two_events_with_one_deduplication_key_are_told_once()
    {
        using var rosa = await fixture.RecruiterAsync();
        object Ended(int successful) => new
        {
            user_id = rosa.Id, batch_id = id, total_files = 50, successful, failed = 50 - successful, deduplication_key = $"{id}:1",
        };

        await ReportAsync(Event("bulk_upload.completed", Ended(47)));
        await ReportAsync(Event("bulk_upload.completed", Ended(48)));

        Assert.Equal(47, Assert.Single(await rosa.NotificationsAsync()).Field("data").Number("successful"));
    }

    [Fact]
    public async Task An_event_may_say_when_it_stops_being_of_interest()
    {
        using var rosa = await fixture.RecruiterAsync();
        object Match(string expiresAt) => new { user_id = rosa.Id, match_id = Guid.CreateVersion7(), match_score = 90, job_title = "Tester", expires_at = expiresAt };

        await ReportAsync(Event("match.found", Match("2020-01-01T00:00:00Z")));
        await ReportAsync(Event("match.found", Match("2099-01-01T02:00:00+02:00")));

        Assert.Equal("2099-01-01T00:00:00.000Z", Assert.Single(await rosa.NotificationsAsync()).Text("expires_at"));
    }

    [Fact]
    public async Task Plain_JSON_is_read_as_one_event_or_as_many()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var one = Event("match.found", new { user_id = rosa.Id, match_id = id, match_score = 87, job_title = "Tester" });

        AssertApplied(await program.PostEventsAsync(one.ToJsonString(), "application/json"), 1);
        AssertApplied(await program.PostEventsAsync($"[{one.ToJsonString()}]", "application/json; charset=utf-8"), 0, 1);
        AssertApplied(await program.PostEventsAsync("[]", Many), 0);
    }

    private async Task ReportAsync(System.Text.Json.Nodes.JsonObject one)
    {
        using var program = await fixture.SignInAsync("service");
        AssertApplied(await program.ReportAsync(one), 1);
    }

    private static async Task<JsonElement> DataAsync(TestSocket socket, string type) =>
        (await socket.NextAsync("notification", frame => frame.Text("notification_type") == type)).Field("data");
}
