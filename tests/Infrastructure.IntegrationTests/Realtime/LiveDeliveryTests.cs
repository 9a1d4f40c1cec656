using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class LiveDeliveryTests
{
    private static readonly Guid Resume = Guid.Parse("0195a0b2-7c11-7d3e-9a4b-1f2e3d4c5b6a");

    [Fact]
    public async Task A_notification_reaches_all_connections_of_its_user_and_nobody_else()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var tab = await host.ConnectAsync();
        using var phone = await host.ConnectAsync();
        using var other = await host.ConnectAsync("bob");
        var (created, notification) = Create(host.Clock.GetUtcNow(), """{"candidate_name":"Zoë \"Z\" Ünal","match_score":87,"title":"fixed names win","message":1}""");

        await host.PublishAsync(created);

        var expected =
            $$$"""{"type":"notification","notification_type":"match_found","data":{"notification_id":"{{{notification.Id}}}","notification_type":"match_found","title":"New Job Match Found","message":"New 87% match found: Chef","action_url":null,"candidate_name":"Zoë \"Z\" Ünal","match_score":87},"timestamp":"2026-03-01T12:00:00.000Z","seq":1,"unread_count":1,"channels":["in_app"]}""";
        await tab.ExpectAsync(expected);
        await phone.ExpectAsync(expected);
        await other.ExpectNothingAsync();
    }

    [Fact]
    public async Task Changes_of_a_feed_reach_all_connections_of_its_user()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var tab = await host.ConnectAsync();
        using var phone = await host.ConnectAsync();
        var feed = new FeedSnapshot("epoch-1", 9, 4, 1);

        await host.PublishAsync(new NotificationsChanged("ann", [new NotificationState(Resume, true, true, false)], feed));
        await host.PublishAsync(new NotificationsReadUpTo("ann", 5, null, feed));
        await host.PublishAsync(new NotificationsReadUpTo("ann", 5, NotificationType.CandidateAdded, feed));
        await host.PublishAsync(new NotificationsDeleted("ann", [Resume], feed));

        foreach (var client in new[] { tab, phone })
        {
            await client.ExpectAsync($$"""{"type":"notification_updated","seq":9,"unread_count":4,"changes":[{"notification_id":"{{Resume}}","is_read":true,"is_seen":true,"is_archived":false}]}""");
            await client.ExpectAsync("""{"type":"notification_updated","seq":9,"unread_count":4,"read_up_to_seq":5}""");
            await client.ExpectAsync("""{"type":"notification_updated","seq":9,"unread_count":4,"read_up_to_seq":5,"notification_type":"candidate_added"}""");
            await client.ExpectAsync($$"""{"type":"notification_deleted","seq":9,"unread_count":4,"notification_ids":["{{Resume}}"]}""");
        }
    }

    [Fact]
    public async Task A_room_is_heard_by_those_in_it_and_closing_one_tab_leaves_the_other_in()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var tab = await host.ConnectAsync();
        using var otherTab = await host.ConnectAsync();
        using var outside = await host.ConnectAsync("bob");
        foreach (var client in new[] { tab, otherTab })
            await client.ExpectAsync("""{"type":"join_room","room":"recruiters"}""", """{"type":"joined_room","room":"recruiters","message":"Joined room recruiters"}""");

        await tab.CloseAsync();
        await Eventually.TrueAsync(() => host.Status.TakeSnapshot().Rooms["recruiters"] == 1, text: "the closed tab is out");
        foreach (var connection in host.Registry.Rooms.Of("recruiters"))
            connection.Enqueue(MembershipFrames.JoinedRoom("marker", default));

        Assert.Equal("marker", (await otherTab.ReceiveAsync()).GetProperty("room").GetString());
        await outside.ExpectNothingAsync();
    }

    [Fact]
    public async Task Progress_reaches_those_who_watch_until_they_stop()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, 1, percentage: 0));
        using var watcher = await host.ConnectAsync();
        using var other = await host.ConnectAsync("bob");
        Assert.Equal(0, await WatchAsync(watcher));
        Assert.Equal(1, host.Status.TakeSnapshot().ResumeWatchers[Resume]);

        await host.PublishAsync(Progress.Of(Resume, 2, ResumeStatus.Failed, 20, "The document is protected."));
        await watcher.ExpectAsync(
            $$$"""{"type":"resume_progress","resume_id":"{{{Resume}}}","data":{"resume_id":"{{{Resume}}}","status":"failed","progress":20,"current_step":"Running parser","error":"The document is protected."},"timestamp":"2026-03-01T11:00:00.250Z"}""");
        await watcher.SendAsync($$"""{"type":"unwatch_resume","resume_id":"{{Resume}}"}""");
        Assert.Equal("unwatched", (await watcher.ReceiveAsync()).GetProperty("type").GetString());

        await host.PublishAsync(Progress.Of(Resume, 3));
        await watcher.ExpectNothingAsync();
        await other.ExpectNothingAsync();
    }

    [Fact]
    public async Task A_snapshot_that_was_overtaken_while_it_was_read_is_not_shown()
    {
        await using var host = await RealtimeHost.StartAsync();
        var snapshot = new TaskCompletionSource<ResumeProgress>();
        var asked = new TaskCompletionSource();
        host.Application.Watch = (_, _) =>
        {
            asked.SetResult();
            return snapshot.Task;
        };
        using var client = await host.ConnectAsync();
        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Resume}}"}""");
        await asked.Task;

        await host.PublishAsync(Progress.Of(Resume, 9, ResumeStatus.Completed, 100));
        await host.PublishAsync(Progress.Of(Resume, 8, percentage: 90));
        snapshot.SetResult(Progress.Of(Resume, 7, percentage: 60));

        Assert.Equal("watching", (await client.ReceiveAsync()).GetProperty("type").GetString());
        Assert.Equal(100, (await client.ReceiveAsync()).GetProperty("data").GetProperty("progress").GetInt32());
        await client.ExpectNothingAsync();
    }

    [Fact]
    public async Task Nothing_is_shown_of_a_resume_while_it_is_not_known_whether_it_may_be_seen()
    {
        await using var host = await RealtimeHost.StartAsync();
        var snapshot = new TaskCompletionSource<ResumeProgress>();
        host.Application.Watch = (_, _) => snapshot.Task;
        using var client = await host.ConnectAsync();
        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Resume}}"}""");
        await Eventually.TrueAsync(() => host.Status.TakeSnapshot().ResumeWatchers.Count == 1, text: "subscribed");

        await host.PublishAsync(Progress.Of(Resume, 9));
        snapshot.SetException(Application.Common.RequestException.NotFound("The resume"));

        Assert.Equal("not_found", (await client.ReceiveAsync()).GetProperty("code").GetString());
        await client.ExpectNothingAsync();
    }

    [Fact]
    public async Task Watching_again_shows_where_the_resume_stands_and_never_an_earlier_state()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, 1, percentage: 10));
        using var client = await host.ConnectAsync();
        Assert.Equal(10, await WatchAsync(client));
        await host.PublishAsync(Progress.Of(Resume, 2, percentage: 60));
        await client.ReceiveAsync();

        Assert.Equal(60, await WatchAsync(client));
    }

    [Fact]
    public async Task Progress_from_many_threads_at_once_never_goes_back_and_ends_with_the_last()
    {
        await using var host = await RealtimeHost.StartAsync();
        host.Application.Watch = (resume, _) => Task.FromResult(Progress.Of(resume, 0, percentage: 0));
        using var client = await host.ConnectAsync();
        await WatchAsync(client);

        var publishing = Parallel.ForAsync(1, 101, async (version, _) => await host.PublishAsync(
            Progress.Of(Resume, version, version == 100 ? ResumeStatus.Completed : ResumeStatus.Processing, version)));

        var last = 0;
        while (last < 100)
        {
            var next = (await client.ReceiveAsync()).GetProperty("data").GetProperty("progress").GetInt32();
            Assert.True(next > last, $"{next} after {last}");
            last = next;
        }

        await publishing;
        await client.ExpectNothingAsync();
    }

    private static async Task<int> WatchAsync(TestClient client)
    {
        await client.SendAsync($$"""{"type":"watch_resume","resume_id":"{{Resume}}"}""");
        Assert.Equal("watching", (await client.ReceiveAsync()).GetProperty("type").GetString());
        return (await client.ReceiveAsync()).GetProperty("data").GetProperty("progress").GetInt32();
    }

    private static (NotificationCreated Created, Notification Notification) Create(DateTimeOffset now, string payload)
    {
        var feed = NotificationFeed.Open("ann", now);
        var notification = feed.Append(
            new NotificationDraft
            {
                Type = NotificationType.MatchFound,
                Title = "New Job Match Found",
                Message = "New 87% match found: Chef",
                PayloadJson = payload,
            },
            now);
        return (Assert.IsType<NotificationCreated>(Assert.Single(feed.TakeEvents())), notification);
    }
}
