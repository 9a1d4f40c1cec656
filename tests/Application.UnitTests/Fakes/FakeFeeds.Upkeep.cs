using HotGigs.Application.Notifications.Receipts;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Fakes;

internal sealed partial class FakeFeeds
{
    public Task<IReadOnlyList<Receipt>> ReadUnreadReceiptsAsync(
        string userId, long upToSeq, NotificationType? type, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Receipt>>([.. Unread(userId, upToSeq, type).Select(Receipt.Of).OfType<Receipt>().Take(limit)]);

    public Task<IReadOnlyList<Receipt>> ReadUnseenReceiptsAsync(
        string userId, long upToSeq, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Receipt>>([.. Unseen(userId, upToSeq).Select(Receipt.Of).OfType<Receipt>().Take(limit)]);

    public Task<IReadOnlyList<Receipt>> MarkDeliveredAsync(
        IReadOnlyCollection<DeliveredStretch> stretches, DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Notification>> FindOutlivedAsync(
        IReadOnlyCollection<Guid> notificationIds, Outlived condition, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<PurgedTombstone>> PurgeAsync(
        IReadOnlyCollection<Guid> notificationIds, DateTimeOffset deletedUpTo, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
