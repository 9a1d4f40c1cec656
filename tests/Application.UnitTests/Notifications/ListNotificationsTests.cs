using HotGigs.Application.Notifications;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Notifications;

public sealed class ListNotificationsTests
{
    private static readonly ListNotifications First = new(People.Rita, false, null, false, 2, null);

    private readonly FakeFeeds feeds = new();

    [Fact]
    public async Task Pages_lead_through_the_whole_feed_newest_first_without_gap_or_repetition()
    {
        for (var i = 0; i < 5; i++)
            feeds.Append("rita");
        var seen = new List<long>();
        var page = await Ask(First);
        var sizes = new List<int> { page.Notifications.Count };
        seen.AddRange(page.Notifications.Select(one => one.Seq));

        while (page.NextCursor is not null)
        {
            page = await Ask(First with { Cursor = page.NextCursor });
            sizes.Add(page.Notifications.Count);
            seen.AddRange(page.Notifications.Select(one => one.Seq));
        }

        Assert.Equal([5, 4, 3, 2, 1], seen);
        Assert.Equal([2, 2, 1], sizes);
    }

    [Fact]
    public async Task What_arrives_between_two_pages_moves_nothing()
    {
        for (var i = 0; i < 4; i++)
            feeds.Append("rita");
        var page = await Ask(First);
        feeds.Append("rita");

        var next = await Ask(First with { Cursor = page.NextCursor });

        Assert.Equal([2, 1], next.Notifications.Select(one => one.Seq));
    }

    [Fact]
    public async Task Counts_and_position_stand_beside_the_list()
    {
        feeds.Append("rita");
        feeds.FeedOf("rita").MarkRead([feeds.Append("rita")], At.Minute(1));

        var page = await Ask(First);

        Assert.Equal((1, 1, 3L), (page.UnreadCount, page.UnseenCount, page.Seq));
        Assert.Equal(feeds.FeedOf("rita").Epoch, page.Epoch);
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task The_filter_is_passed_on_whole()
    {
        await Ask(new ListNotifications(People.Rita, UnreadOnly: true, NotificationType.MatchFound, Archived: true, Limit: 7, Cursor: null));

        Assert.Equal(new FeedFilter(null, 7, UnreadOnly: true, NotificationType.MatchFound, Archived: true), feeds.AskedFor);
    }

    [Fact]
    public async Task Nobody_gets_the_notifications_of_others()
    {
        feeds.Append("sam");

        Assert.Empty((await Ask(First)).Notifications);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public Task A_limit_beyond_1_to_100_is_refused(int limit) =>
        App.InvalidFieldOf("limit", () => Ask(First with { Limit = limit }));

    [Fact]
    public async Task A_cursor_that_is_not_ones_own_is_refused_instead_of_answered_with_the_wrong_page()
    {
        foreach (var cursor in new[] { "", "nonsense", FeedCursor.Write(3, "sam"), FeedCursor.Write(3, People.Rita.Id) + "=" })
        {
            var reason = await App.InvalidFieldOf("cursor", () => Ask(First with { Cursor = cursor }));
            Assert.Equal("This cursor does not belong to your list. Start again without it.", reason);
        }
    }

    [Fact]
    public async Task The_head_is_position_and_counts()
    {
        feeds.Append("rita");

        Assert.Equal(
            new FeedSnapshot(feeds.FeedOf("rita").Epoch, 1, 1, 1), await Mediator().Send(new GetFeedHead("rita")));
    }

    private Task<NotificationList> Ask(ListNotifications query) => Mediator().Send(query);

    private MediatR.IMediator Mediator() => App.With(ports => ports.AddSingleton<IFeedReader>(feeds));
}
