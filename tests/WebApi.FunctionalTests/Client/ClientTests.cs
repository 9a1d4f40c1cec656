using HotGigs.Application.Notifications.Notify;
using HotGigs.Client;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Client;

/// <summary>The .NET client that stays connected, with the real server.</summary>
public sealed class ClientTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_list_and_what_follows_it_are_the_whole_feed()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, 3);
        await using var client = Start(user);
        using var http = new HttpClient { BaseAddress = fixture.Server.Address };
        await using var events = client.ReadEventsAsync(Limit()).GetAsyncEnumerator();

        var reset = await NextAsync<FeedReset>(events);
        var page = await new HotGigsRest(http, _ => ValueTask.FromResult(user.Token)).ReadFeedAsync(limit: 2);
        Assert.Equal((reset.Position, 3, 2), (page.Position, page.UnreadCount, page.Notifications.Count));
        var rest = await new HotGigsRest(http, _ => ValueTask.FromResult(user.Token)).ReadFeedAsync(page.NextCursor);
        Assert.Equal([3L, 2L, 1L], page.Notifications.Concat(rest.Notifications).Select(one => one.Seq));

        await ShareAsync(user, 1);
        var told = await NextAsync<NotificationReceived>(events);
        Assert.Equal((4L, "candidate_shared", "Candidate Shared With You", 4), (told.Position.Seq, told.Type, told.Title, told.UnreadCount));
        await user.PostAsync($"/api/notifications/{told.NotificationId}/read");
        Assert.True(Assert.Single((await NextAsync<NotificationsChanged>(events)).Changes).IsRead);
        await user.PostAsync("/api/notifications/read-all", new { });
        Assert.Equal(5, (await NextAsync<NotificationsReadUpTo>(events)).UpToSeq);
        await user.DeleteAsync($"/api/notifications/{told.NotificationId}");
        Assert.Equal(told.NotificationId, Assert.Single((await NextAsync<NotificationsDeleted>(events)).NotificationIds));
        await user.PostAsync($"/api/notifications/{told.NotificationId}/restore");
        var restored = Assert.Single((await NextAsync<NotificationsRestored>(events)).Notifications);
        Assert.Equal((told.NotificationId, 4L, 8L), (restored.Id, restored.Seq, restored.ChangedSeq));
    }

    [Fact]
    public async Task A_reader_of_yesterday_is_told_what_it_missed_and_what_it_takes_counts_as_delivered()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user, 1);
        var list = (await user.GetAsync("/api/notifications")).Json;
        // More than a page of a sync.
        await ShareAsync(user, 350);
        await using var client = Start(user, new FeedPosition(list.Text("epoch")!, 1));
        var missed = new List<Notification>();
        await foreach (var happened in client.ReadEventsAsync(Limit()))
        {
            if (happened is FeedSynced page)
                missed.AddRange(page.Notifications);
            if (missed.Count == 350)
                break;
            Assert.IsNotType<FeedReset>(happened);
        }

        Assert.Equal(Enumerable.Range(2, 350).Select(seq => (long)seq), missed.Select(one => one.ChangedSeq));
        await Eventually.GetAsync(
            () => user.GetAsync($"/api/notifications/{missed[0].Id}/trace"),
            trace => trace.Text.Contains("\"delivered\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_watched_resume_and_a_joined_room_are_told()
    {
        using var user = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        await using var client = Start(user);
        await using var events = client.ReadEventsAsync(Limit()).GetAsyncEnumerator();
        await NextAsync<ClientConnected>(events);
        await client.JoinRoomAsync("recruiters");
        Assert.Equal(ErrorCodes.Forbidden, (await Assert.ThrowsAsync<HotGigsErrorException>(() => client.JoinRoomAsync("admins"))).Code);
        await admin.PostAsync("/api/rooms/recruiters/broadcast", new { title = "Tonight", message = "We are down.", persist = false });
        Assert.Equal("Tonight", (await NextAsync<RoomMessageReceived>(events)).Data.Text("title"));

        var resumeId = await user.UploadedAsync(SampleResumes.Text(Person.Next()));
        await client.WatchResumeAsync(resumeId);
        ResumeProgressed progress;
        do
            progress = await NextAsync<ResumeProgressed>(events);
        while (progress.Progress.Status != "completed");
        Assert.Equal((resumeId, 100), (progress.ResumeId, progress.Progress.Progress));
    }

    [Fact]
    public async Task A_forged_token_is_told_and_tried_again_later()
    {
        await using var client = HotGigsClient.Start(new()
        {
            Server = fixture.Server.Address,
            Token = _ => ValueTask.FromResult(Tokens.Create("someone", "recruiter", key: "another key, as long as the one of the server")),
        });
        await using var events = client.ReadEventsAsync(Limit()).GetAsyncEnumerator();
        var refused = await NextAsync<ClientDisconnected>(events);
        Assert.Equal(CloseCodes.Unauthenticated, refused.CloseCode);
        Assert.NotNull(refused.RetryIn);
        Assert.False(client.IsConnected);
    }

    [Fact]
    public async Task One_connection_too_many_stops_the_client()
    {
        using var user = await fixture.RecruiterAsync();
        var sockets = new List<TestSocket>();
        for (var count = 0; count < 10; count++)
            sockets.Add(await user.ConnectAsync());

        await using var client = Start(user);
        await using var events = client.ReadEventsAsync(Limit()).GetAsyncEnumerator();
        var stopped = await NextAsync<ClientDisconnected>(events);
        Assert.Equal((CloseCodes.TooManyConnections, null), (stopped.CloseCode, stopped.RetryIn));

        foreach (var socket in sockets)
            await socket.DisposeAsync();
        // The server has noticed when there is room again; until then each try is refused.
        ClientEvent happened = stopped;
        while (happened is not ClientConnected)
        {
            if (happened is ClientDisconnected { RetryIn: null })
                client.Reconnect();
            happened = await NextAsync<ClientEvent>(events);
        }
    }

    private static CancellationToken Limit() => new CancellationTokenSource(Eventually.Deadline).Token;

    private static async Task<T> NextAsync<T>(IAsyncEnumerator<ClientEvent> events)
        where T : ClientEvent
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current is T wanted)
                return wanted;
        }

        throw new InvalidOperationException("The events have ended.");
    }

    private HotGigsClient Start(TestUser user, FeedPosition? position = null) => HotGigsClient.Start(new()
    {
        Server = fixture.Server.Address, Token = _ => ValueTask.FromResult(user.Token), Position = position,
    });

    private Task ShareAsync(TestUser user, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => fixture.SendAsync(
        new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Jane Doe", "Sam Sharer", null, null))));
}
