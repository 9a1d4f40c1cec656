using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Notifications;

/// <summary>Reading and deleting one's own notifications.</summary>
public sealed class ChangeNotificationTests
{
    private readonly FakeFeeds feeds = new();

    [Fact]
    public async Task Reading_answers_the_notification_and_the_feed_after_it()
    {
        var notification = feeds.Append("rita");

        var change = await Read(notification.Id);

        Assert.True(change.Notification is { IsRead: true, IsSeen: true });
        Assert.Equal((At.Noon, 2L), (change.Notification.ReadAt, change.Notification.ChangedSeq));
        Assert.Equal((2L, 0, 0), (change.Feed.Seq, change.Feed.UnreadCount, change.Feed.UnseenCount));
    }

    [Fact]
    public async Task Reading_again_answers_the_same_and_moves_nothing()
    {
        var notification = feeds.Append("rita");
        feeds.FeedOf("rita").MarkRead([notification], At.Minute(-5));

        var again = await Read(notification.Id);

        Assert.Equal((At.Minute(-5), 2L), (again.Notification.ReadAt, again.Feed.Seq));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found() =>
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Read(Ids.Of(99)))).Code);

    [Fact]
    public async Task What_is_somebody_elses_is_not_found_either()
    {
        var foreign = feeds.Append("sam");

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Read(foreign.Id))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Delete(foreign.Id))).Code);
        Assert.False(foreign.IsRead || foreign.IsDeleted);
    }

    [Fact]
    public async Task A_deleted_one_cannot_be_read()
    {
        var notification = feeds.Append("rita");
        await Delete(notification.Id);

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Read(notification.Id))).Code);
    }

    [Fact]
    public async Task Deleting_answers_the_feed_after_it()
    {
        var notification = feeds.Append("rita");

        var head = await Delete(notification.Id);

        Assert.Equal((2L, 0, 0), (head.Seq, head.UnreadCount, head.UnseenCount));
        Assert.Equal(At.Noon, notification.DeletedAt);
    }

    [Fact]
    public async Task Deleting_again_succeeds_and_changes_nothing()
    {
        var notification = feeds.Append("rita");
        await Delete(notification.Id);

        Assert.Equal(2, (await Delete(notification.Id)).Seq);
    }

    private Task<NotificationChange> Read(Guid id) => Mediator().Send(new MarkNotificationRead(People.Rita, id));

    private Task<FeedSnapshot> Delete(Guid id) => Mediator().Send(new DeleteNotification(People.Rita, id));

    private IMediator Mediator() => App.With(ports => ports.AddSingleton<IFeedWriter>(feeds));
}
