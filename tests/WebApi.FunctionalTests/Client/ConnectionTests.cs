using System.Net;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Client;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Client;

/// <summary>One connection of the .NET client to the real server.</summary>
public sealed class ConnectionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_greeting_says_where_the_feed_stands()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        await using var connection = await ConnectAsync(user.Token);

        var connected = await NextAsync<ConnectedFrame>(connection);
        Assert.Equal((user.Id, 1, 1), (connected.UserId, connected.Seq, connected.UnreadCount));
        Assert.Equal((30, 3000, 5), (connected.PingInterval, connected.Reconnect!.BaseDelayMs, connected.Reconnect.MaxAttempts));
        Assert.InRange(connected.TokenExpiresIn!.Value, 3000, 3600);
        Assert.Null(connection.CloseCode);
    }

    [Fact]
    public async Task Messages_are_answered_whichever_is_waited_for_first()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);

        var joining = connection.JoinRoomAsync("recruiters");
        var pong = connection.PingAsync();
        var refused = connection.WatchResumeAsync(Guid.CreateVersion7());
        await connection.UnwatchResumeAsync(Guid.CreateVersion7());
        await joining;
        await connection.LeaveRoomAsync("recruiters");

        Assert.Equal(0, (await pong).Seq);
        var error = await Assert.ThrowsAsync<HotGigsErrorException>(() => refused);
        Assert.Equal((ErrorCodes.NotFound, "The resume was not found.", null), (error.Code, error.Message, error.RetryAfter));
    }

    [Fact]
    public async Task A_message_over_the_rate_is_told_when_to_come_again()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);
        var pings = Enumerable.Range(0, 60).Select(_ => connection.PingAsync()).ToList();

        var error = await Assert.ThrowsAsync<HotGigsErrorException>(() => Task.WhenAll(pings));
        Assert.Equal(ErrorCodes.RateLimited, error.Code);
        Assert.InRange(error.RetryAfter!.Value.TotalMilliseconds, 1, 1000);
    }

    [Fact]
    public async Task A_watched_resume_is_shown_on_its_way()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);
        var resumeId = await user.UploadedAsync(SampleResumes.Text(Person.Next()));
        await connection.WatchResumeAsync(resumeId);

        ResumeProgressFrame progress;
        do
            progress = await NextAsync<ResumeProgressFrame>(connection);
        while (progress.Data.Status is not ("completed" or "failed"));
        Assert.Equal((resumeId, "completed", 100, null), (progress.ResumeId, progress.Data.Status, progress.Data.Progress, progress.Data.Error));
    }

    [Fact]
    public async Task Changes_of_the_feed_come_live_and_are_recovered_by_position()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);
        await ShareAsync(user);
        await ShareAsync(user);

        var first = await NextAsync<NotificationFrame>(connection);
        var second = await NextAsync<NotificationFrame>(connection);
        Assert.Equal(("candidate_shared", 1L, 2L), (first.NotificationType, first.Seq!.Value, second.Seq!.Value));
        await user.PostAsync($"/api/notifications/{first.Data.Id("notification_id")}/read");
        var change = Assert.Single((await NextAsync<NotificationUpdatedFrame>(connection)).Changes!);
        Assert.Equal((first.Data.Id("notification_id"), true), (change.NotificationId, change.IsRead));
        await user.DeleteAsync($"/api/notifications/{second.Data.Id("notification_id")}");
        Assert.Equal(second.Data.Id("notification_id"), Assert.Single((await NextAsync<NotificationDeletedFrame>(connection)).NotificationIds));

        var epoch = (await connection.PingAsync()).Epoch!;
        var missed = await connection.SyncAsync(new FeedPosition(epoch, 2));
        Assert.Equal((true, 4L, 0, false), (missed.Recovered, missed.Seq, missed.UnreadCount, missed.More));
        Assert.Equal((first.Data.Id("notification_id"), 3L), (missed.Notifications!.Single().Id, missed.Notifications!.Single().ChangedSeq));
        Assert.Equal(second.Data.Id("notification_id"), Assert.Single(missed.Deleted!));
        Assert.False((await connection.SyncAsync(new FeedPosition("another", 2))).Recovered);
    }

    [Fact]
    public async Task What_is_acknowledged_counts_as_delivered()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);
        await ShareAsync(user);
        var told = await NextAsync<NotificationFrame>(connection);
        await connection.AckAsync(told.Seq!.Value);

        var trace = await Eventually.GetAsync(
            () => user.GetAsync($"/api/notifications/{told.Data.Id("notification_id")}/trace"),
            answer => answer.Text.Contains("\"delivered\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, trace.Status);
    }

    [Fact]
    public async Task What_this_client_does_not_know_is_passed_on()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);
        await connection.SendAsync("""{"type":"something_new","id":"mine"}"""u8.ToArray());
        await foreach (var frame in connection.ReadFramesAsync(Limit()))
        {
            if (frame.Type != FrameTypes.Error)
                continue;
            Assert.Equal("mine", frame.Fields.Text("ref"));
            break;
        }
    }

    [Fact]
    public async Task A_bad_token_ends_the_connection_with_4401()
    {
        await using var connection = await ConnectAsync(Tokens.Create("someone", "recruiter", TimeSpan.FromMinutes(-10)));
        await foreach (var frame in connection.ReadFramesAsync(Limit()))
            Assert.Fail($"There was a frame: {frame}");

        Assert.Equal(CloseCodes.Unauthenticated, connection.CloseCode);
        var error = await Assert.ThrowsAsync<HotGigsClosedException>(() => connection.PingAsync());
        Assert.Equal(CloseCodes.Unauthenticated, error.CloseCode);
    }

    [Fact]
    public async Task Without_a_token_the_connection_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<HotGigsRefusedException>(() => HotGigsConnection.ConnectAsync(new() { Server = fixture.Server.Address }));
        Assert.Equal(HttpStatusCode.Unauthorized, refusal.Status);
    }

    [Fact]
    public async Task Closing_is_agreed_with_the_server()
    {
        using var user = await fixture.RecruiterAsync();
        await using var connection = await ConnectAsync(user.Token);
        await NextAsync<ConnectedFrame>(connection);
        await connection.CloseAsync();
        Assert.Equal(CloseCodes.Normal, connection.CloseCode);
    }

    private static CancellationToken Limit() => new CancellationTokenSource(Eventually.Deadline).Token;

    private static async Task<T> NextAsync<T>(HotGigsConnection connection)
        where T : FrameContent
    {
        await foreach (var frame in connection.ReadFramesAsync(Limit()))
        {
            if (frame.Read() is T wanted)
                return wanted;
        }

        throw new InvalidOperationException($"The connection ended ({connection.CloseCode}).");
    }

    private Task<HotGigsConnection> ConnectAsync(string token) =>
        HotGigsConnection.ConnectAsync(new() { Server = fixture.Server.Address, Token = _ => ValueTask.FromResult(token) });

    private Task ShareAsync(TestUser user) => fixture.SendAsync(
        new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Jane Doe", "Sam Sharer", null, null));
}
