using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Realtime;

/// <summary>Who is told what while it happens, and who is not.</summary>
public sealed class LiveUpdateTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_notification_reaches_every_connection_of_its_user_and_nobody_elses()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        await using var phone = await user.ConnectAsync();
        await using var laptop = await user.ConnectAsync();
        await using var foreign = await other.ConnectAsync();
        await ShareAsync(user, "Ada Example");

        foreach (var socket in (TestSocket[])[phone, laptop])
        {
            var frame = await socket.NextAsync("notification");
            Assert.Equal("candidate_shared", frame.Text("notification_type"));
            Assert.Equal(1, frame.Number("seq"));
            Assert.Equal(1, frame.Number("unread_count"));
            var data = frame.Field("data");
            Assert.Equal("candidate_shared", data.Text("notification_type"));
            Assert.Equal("Candidate Shared With You", data.Text("title"));
            Assert.Equal("Sam Sharer shared candidate Ada Example with you", data.Text("message"));
            Assert.Equal($"/candidates/{data.Id("candidate_id")}", data.Text("action_url"));
        }

        Assert.Empty(await foreign.SettledAsync("notification"));
    }

    [Fact]
    public async Task Reading_and_deleting_reach_every_connection_of_the_user_and_nobody_elses()
    {
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        await using var phone = await user.ConnectAsync();
        await using var laptop = await user.ConnectAsync();
        await using var foreign = await other.ConnectAsync();
        await ShareAsync(user, "First Example");
        await ShareAsync(user, "Second Example");
        var ids = (await user.NotificationsAsync()).Select(notification => notification.Id("id")).ToList();

        await user.PostAsync($"/api/notifications/{ids[0]}/read");
        await user.PostAsync("/api/notifications/read-all");
        await user.DeleteAsync($"/api/notifications/{ids[1]}");

        foreach (var socket in (TestSocket[])[phone, laptop])
        {
            var read = await socket.NextAsync("notification_updated");
            Assert.Equal((3, 1), (read.Number("seq"), read.Number("unread_count")));
            var change = Assert.Single(read.Items("changes"));
            Assert.Equal("is_archived is_read is_seen notification_id", change.Names());
            Assert.Equal((ids[0], true, true, false), (change.Id("notification_id"), change.Flag("is_read"), change.Flag("is_seen"), change.Flag("is_archived")));

            var all = await socket.NextAsync("notification_updated");
            Assert.Equal((4, 0, 3), (all.Number("seq"), all.Number("unread_count"), all.Number("read_up_to_seq")));
            Assert.False(all.Has("changes") || all.Has("notification_type"));

            var deleted = await socket.NextAsync("notification_deleted");
            Assert.Equal((5, 0), (deleted.Number("seq"), deleted.Number("unread_count")));
            Assert.Equal(ids[1], Assert.Single(deleted.Items("notification_ids")).GetGuid());
        }

        await foreign.SettledAsync();
        Assert.Equal(["connected", "pong"], foreign.Frames.Select(frame => frame.Text("type")));
    }

    [Fact]
    public async Task What_changes_nothing_is_told_to_nobody()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, "Only Example");
        var id = Assert.Single(await user.NotificationsAsync()).Id("id");
        await user.PostAsync($"/api/notifications/{id}/read");
        await using var socket = await user.ConnectAsync();

        await user.PostAsync($"/api/notifications/{id}/read");
        await user.PostAsync("/api/notifications/read-all");
        Assert.Empty(await socket.SettledAsync("notification_updated"));
        await user.DeleteAsync($"/api/notifications/{id}");
        await user.DeleteAsync($"/api/notifications/{id}");
        Assert.Single(await socket.SettledAsync("notification_deleted"));
    }

    [Fact]
    public async Task Reading_all_of_one_type_says_which()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, "Typed Example");
        await using var socket = await user.ConnectAsync();
        await user.PostAsync("/api/notifications/read-all", new { type = "candidate_shared" });
        var updated = await socket.NextAsync("notification_updated");
        Assert.Equal("candidate_shared", updated.Text("notification_type"));
        Assert.Equal(1, updated.Number("read_up_to_seq"));
    }

    [Fact]
    public async Task Being_in_a_room_brings_nothing_that_is_meant_for_a_user()
    {
        using var one = await fixture.RecruiterAsync();
        using var two = await fixture.RecruiterAsync();
        await using var first = await one.ConnectAsync();
        await using var second = await two.ConnectAsync();
        foreach (var socket in (TestSocket[])[first, second])
            await socket.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");

        await ShareAsync(one, "Private Example");
        await first.NextAsync("notification");
        await second.SettledAsync();
        Assert.Equal(["connected", "joined_room", "pong"], second.Frames.Select(frame => frame.Text("type")));
    }

    [Fact]
    public async Task The_status_tells_admins_everything_and_others_the_number()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        using var anyone = TestUser.WithToken(fixture.Server, "", null);
        var resumeId = await user.UploadedAsync(SampleResumes.Text(Person.Next()));
        await using var one = await user.ConnectAsync();
        await using var two = await user.ConnectAsync();
        foreach (var socket in (TestSocket[])[one, two])
            await socket.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
        await one.AskAsync(new { type = "watch_resume", resume_id = resumeId }, "watching");

        foreach (var other in (TestUser[])[user, anyone])
        {
            var status = (await other.GetAsync("/ws/status")).Json;
            Assert.Equal("active_connections status", status.Names());
            Assert.True(status.Number("active_connections") >= 2);
        }

        var all = (await admin.GetAsync("/ws/status")).Json;
        Assert.Equal("active_connections active_users node resume_watchers rooms status", all.Names());
        Assert.Contains(user.Id, all.Items("active_users").Select(id => id.GetString()));
        Assert.Equal(2, all.Field("rooms").Number("recruiters"));
        Assert.Equal(1, all.Field("resume_watchers").Number(resumeId.ToString()));

        await two.DisposeAsync();
        await Eventually.GetAsync(
            () => admin.GetAsync("/ws/status"), status => status.Json.Field("rooms").Number("recruiters") == 1);
    }

    [Fact]
    public async Task An_address_that_only_takes_sockets_says_so()
    {
        using var user = await fixture.RecruiterAsync();
        var answer = await user.GetAsync("/ws/connect");
        Problem.AssertIs(answer, HttpStatusCode.UnprocessableEntity, "validation_failed");
    }

    private Task<NotifyResult> ShareAsync(TestUser with, string candidate) => fixture.SendAsync(
        new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), candidate, "Sam Sharer", "A good fit", null));
}
