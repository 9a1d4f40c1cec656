using HotGigs.Application.Notifications;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Notifications;

public sealed class MarkAllNotificationsReadTests
{
    private readonly FakeFeeds feeds = new();

    [Fact]
    public async Task Without_a_watermark_all_that_is_there_is_read_by_one_change()
    {
        Append(NotificationType.MatchFound, NotificationType.CandidateAdded, NotificationType.MatchFound);

        var result = await MarkAll();

        Assert.Equal(3, result.Marked);
        Assert.Equal((4L, 0, 0), (result.Feed.Seq, result.Feed.UnreadCount, result.Feed.UnseenCount));
        Assert.All(feeds.Of("rita"), one => Assert.Equal((At.Noon, At.Noon, 4L), (one.ReadAt, one.SeenAt, one.ChangedSeq)));
    }

    [Fact]
    public async Task What_came_after_the_watermark_stays_unread()
    {
        Append(NotificationType.MatchFound, NotificationType.MatchFound, NotificationType.MatchFound);

        var result = await MarkAll(upToSeq: 2);

        Assert.Equal((2, 1), (result.Marked, result.Feed.UnreadCount));
        Assert.Equal([true, true, false], feeds.Of("rita").Select(one => one.IsRead));
    }

    [Fact]
    public async Task A_type_limits_it_to_that_type()
    {
        Append(NotificationType.MatchFound, NotificationType.CandidateAdded, NotificationType.MatchFound);

        var result = await MarkAll(type: NotificationType.MatchFound);

        Assert.Equal((2, 1), (result.Marked, result.Feed.UnreadCount));
        Assert.Equal([true, false, true], feeds.Of("rita").Select(one => one.IsRead));
    }

    [Fact]
    public async Task What_was_read_before_keeps_its_time()
    {
        Append(NotificationType.MatchFound, NotificationType.MatchFound);
        feeds.FeedOf("rita").MarkRead([feeds.Of("rita")[0]], At.Minute(-5));

        var result = await MarkAll();

        Assert.Equal(1, result.Marked);
        Assert.Equal([At.Minute(-5), At.Noon], feeds.Of("rita").Select(one => one.ReadAt));
    }

    [Fact]
    public async Task Marking_again_takes_no_seq()
    {
        Append(NotificationType.MatchFound);
        await MarkAll();

        var again = await MarkAll();

        Assert.Equal((0, 2L), (again.Marked, again.Feed.Seq));
    }

    [Fact]
    public async Task An_empty_feed_takes_no_seq() => Assert.Equal((0, 0L), ((await MarkAll()).Marked, (await MarkAll()).Feed.Seq));

    [Fact]
    public async Task A_watermark_the_feed_has_not_come_to_is_refused()
    {
        Append(NotificationType.MatchFound);

        var reason = await App.InvalidFieldOf("up_to_seq", () => MarkAll(upToSeq: 2));

        Assert.Equal("The feed stands at 1; it has not come to 2 yet.", reason);
        Assert.False(feeds.Of("rita")[0].IsRead);
    }

    [Fact]
    public Task A_negative_watermark_is_refused() => App.InvalidFieldOf("up_to_seq", () => MarkAll(upToSeq: -1));

    private void Append(params NotificationType[] types)
    {
        foreach (var type in types)
            feeds.Append("rita", type);
    }

    private Task<MarkAllResult> MarkAll(long? upToSeq = null, NotificationType? type = null) => App
        .With(ports => ports.AddSingleton<IFeedWriter>(feeds))
        .Send(new MarkAllNotificationsRead(People.Rita, upToSeq, type));
}
