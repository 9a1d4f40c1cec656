using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>A client that was away fetches what it missed, and every change is one position.</summary>
public sealed class NotificationSyncTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Fields = "deleted epoch more notifications recovered seq unread_count";

    [Fact]
    public async Task What_was_missed_is_the_same_by_socket_and_by_REST()
    {
        using var user = await fixture.RecruiterAsync();
        for (var count = 0; count < 4; count++)
            await ShareAsync(user);
        var known = await user.GetAsync("/api/notifications");
        var ids = known.Json.Items("notifications").Select(notification => notification.Id("id")).ToList();
        await user.PostAsync($"/api/notifications/{ids[0]}/read");
        await user.DeleteAsync($"/api/notifications/{ids[1]}");
        await ShareAsync(user);
        await using var socket = await user.ConnectAsync();
        var epoch = known.Json.Text("epoch");

        var byRest = (await user.GetAsync($"/api/notifications/sync?since=4&epoch={epoch}")).Json;
        var bySocket = await socket.AskAsync(new { type = "sync", since = 4, epoch, id = "s" }, "sync_result");
        Assert.Equal(Fields, byRest.Names());
        Assert.Equal("deleted epoch more notifications recovered ref seq type unread_count", bySocket.Names());
        Assert.All(Fields.Split(' '), field => Assert.Equal(byRest.Field(field).ToString(), bySocket.Field(field).ToString()));

        Assert.True(byRest.Flag("recovered"));
        Assert.False(byRest.Flag("more"));
        Assert.Equal((7, 3), (byRest.Number("seq"), byRest.Number("unread_count")));
        Assert.Equal([5L, 7L], byRest.Items("notifications").Select(changed => changed.Number("changed_seq")));
        Assert.Equal(ids[1], Assert.Single(byRest.Items("deleted")).GetGuid());
    }

    [Fact]
    public async Task Who_is_up_to_date_has_missed_nothing()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        var epoch = (await user.GetAsync("/api/notifications")).Json.Text("epoch");
        var nothing = (await user.GetAsync($"/api/notifications/sync?since=1&epoch={epoch}")).Json;
        Assert.True(nothing.Flag("recovered"));
        Assert.Empty(nothing.Items("notifications"));
        Assert.Equal(1, nothing.Number("seq"));
    }

    [Theory]
    [InlineData(0, "another")]
    [InlineData(99, null)]
    public async Task A_position_that_cannot_be_continued_is_not_recovered(int since, string? epoch)
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        epoch ??= (await user.GetAsync("/api/notifications")).Json.Text("epoch");
        Assert.False((await user.GetAsync($"/api/notifications/sync?since={since}&epoch={epoch}")).Json.Flag("recovered"));
    }

    [Theory]
    [InlineData("epoch=x", "since")]
    [InlineData("since=soon&epoch=x", "since")]
    [InlineData("since=-1&epoch=x", "since")]
    [InlineData("since=1", "epoch")]
    public async Task A_wrong_position_names_the_parameter(string query, string field)
    {
        using var user = await fixture.RecruiterAsync();
        Problem.AssertNames(await user.GetAsync($"/api/notifications/sync?{query}"), field);
    }

    [Fact]
    public async Task Pages_of_a_long_absence_join_without_a_gap()
    {
        using var user = await fixture.RecruiterAsync();
        await Task.WhenAll(Enumerable.Range(0, 350).Select(_ => ShareAsync(user)));
        var epoch = (await user.GetAsync("/api/notifications?limit=1")).Json.Text("epoch");
        var seen = new List<long>();
        var since = 0L;
        bool more;
        do
        {
            var page = (await user.GetAsync($"/api/notifications/sync?since={since}&epoch={epoch}")).Json;
            seen.AddRange(page.Items("notifications").Select(changed => changed.Number("changed_seq")));
            since = page.Number("seq");
            Assert.Equal(since, seen[^1]);
            more = page.Flag("more");
        }
        while (more);

        Assert.Equal(Enumerable.Range(1, 350).Select(seq => (long)seq), seen);
    }

    [Fact]
    public async Task Seeing_is_not_reading_and_reading_can_be_taken_back()
    {
        using var user = await fixture.RecruiterAsync();
        await ShareAsync(user);
        await ShareAsync(user);
        var path = $"/api/notifications/{(await user.NotificationsAsync())[0].Id("id")}";
        await using var socket = await user.ConnectAsync();

        Assert.Equal((3, 2, 1), Head(await user.PostAsync("/api/notifications/seen", new { up_to_seq = 1 })));
        Assert.Equal((3, 2, 1), Head(await user.PostAsync("/api/notifications/seen", new { up_to_seq = 1 })));
        Assert.Equal((4, 1, 0), Head(await user.PostAsync($"{path}/read")));
        var unread = await user.PostAsync($"{path}/unread");
        Assert.Equal((5, 2, 0), Head(unread));
        Assert.True(unread.Json.Field("notification").IsNull("read_at"));
        Assert.Equal((5, 2, 0), Head(await user.PostAsync($"{path}/unread")));

        var told = await socket.SettledAsync("notification_updated");
        Assert.Equal([3L, 4, 5], told.Select(frame => frame.Number("seq")));
        var last = Assert.Single(told[^1].Items("changes"));
        Assert.Equal((false, true), (last.Flag("is_read"), last.Flag("is_seen")));
    }

    private static (long Seq, long Unread, long Unseen) Head(Answer answer) =>
        (answer.Json.Number("seq"), answer.Json.Number("unread_count"), answer.Json.Number("unseen_count"));

    private Task<NotifyResult> ShareAsync(TestUser with) => fixture.SendAsync(
        new NotifyCandidateShared(with.Id, Guid.CreateVersion7(), "Missed Example", "Sam Sharer", null, null));
}
