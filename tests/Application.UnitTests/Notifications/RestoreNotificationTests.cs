using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Notifications;

/// <summary>Archiving, and taking back what was archived or deleted.</summary>
public sealed class RestoreNotificationTests
{
    private readonly FakeFeeds feeds = new();

    [Fact]
    public async Task Archiving_answers_the_notification_and_the_feed_after_it()
    {
        var notification = feeds.Append("rita");

        var change = await Archive(notification.Id);

        Assert.True(change.Notification is { IsArchived: true, IsRead: false });
        Assert.Equal((2L, 0, 0), (change.Feed.Seq, change.Feed.UnreadCount, change.Feed.UnseenCount));
        Assert.Equal(change.Feed, (await Archive(notification.Id)).Feed);
    }

    [Fact]
    public async Task Unarchiving_brings_it_back()
    {
        var notification = feeds.Append("rita");
        await Archive(notification.Id);

        var change = await Unarchive(notification.Id);

        Assert.False(change.Notification.IsArchived);
        Assert.Equal((3L, 1, 1), (change.Feed.Seq, change.Feed.UnreadCount, change.Feed.UnseenCount));
        Assert.Equal(change.Feed, (await Unarchive(notification.Id)).Feed);
    }

    [Fact]
    public async Task Restoring_undoes_a_deletion()
    {
        var notification = Deleted(At.Noon.AddSeconds(-30));

        var change = await Restore(notification.Id);

        Assert.Equal((notification.Id, 3L), (change.Notification.Id, change.Notification.ChangedSeq));
        Assert.Equal((3L, 1, 1), (change.Feed.Seq, change.Feed.UnreadCount, change.Feed.UnseenCount));
        Assert.Equal(change.Feed, (await Restore(notification.Id)).Feed);
    }

    [Fact]
    public async Task What_was_deleted_more_than_half_a_minute_ago_is_not_found()
    {
        var notification = Deleted(At.Noon.AddSeconds(-31));

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Restore(notification.Id))).Code);
        Assert.True(notification.IsDeleted);
    }

    [Fact]
    public async Task What_has_expired_meanwhile_is_not_found()
    {
        var notification = Deleted(At.Noon.AddSeconds(-5), expiresAt: At.Noon);

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Restore(notification.Id))).Code);
    }

    [Fact]
    public async Task What_is_missing_or_somebody_elses_is_not_found()
    {
        var foreign = feeds.Append("sam");
        feeds.FeedOf("sam").Delete([foreign], At.Noon);

        foreach (var id in (Guid[])[foreign.Id, Ids.Of(99)])
        {
            Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Restore(id))).Code);
            Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Archive(id))).Code);
            Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Unarchive(id))).Code);
        }
    }

    [Fact]
    public async Task What_is_deleted_can_be_neither_archived_nor_unarchived()
    {
        var notification = Deleted(At.Noon);

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Archive(notification.Id))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Unarchive(notification.Id))).Code);
    }

    private Notification Deleted(DateTimeOffset at, DateTimeOffset? expiresAt = null)
    {
        var notification = feeds.Append("rita", expiresAt: expiresAt);
        feeds.FeedOf("rita").Delete([notification], at);
        return notification;
    }

    private Task<NotificationChange> Archive(Guid id) => Mediator().Send(new ArchiveNotification(People.Rita, id));

    private Task<NotificationChange> Unarchive(Guid id) => Mediator().Send(new UnarchiveNotification(People.Rita, id));

    private Task<NotificationChange> Restore(Guid id) => Mediator().Send(new RestoreNotification(People.Rita, id));

    private MediatR.IMediator Mediator() => App.With(ports => ports.AddSingleton<IFeedWriter>(feeds));
}
