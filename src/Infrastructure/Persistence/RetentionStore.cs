using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Finds what has been kept long enough, each from an index that holds such rows only, in the order of their time.</summary>
internal sealed class RetentionStore(Database database) : IRetentionStore
{
    public Task<IReadOnlyList<FeedEntry>> FindOutlivedAsync(Outlived condition, int limit, CancellationToken cancellationToken) =>
        FindAsync(all => Oldest(Select(all, condition), condition), limit, cancellationToken);

    public Task<IReadOnlyList<FeedEntry>> FindTombstonesAsync(
        DateTimeOffset deletedUpTo, int limit, CancellationToken cancellationToken) =>
        FindAsync(all => Tombstones(all, deletedUpTo).OrderBy(notification => notification.DeletedAt), limit, cancellationToken);

    public Task<int> RemoveWithheldAsync(DateTimeOffset upTo, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync((context, ct) => OldestWithheld(context, upTo, limit).ExecuteDeleteAsync(ct), cancellationToken);

    public Task<int> RemoveReceivedEventsAsync(DateTimeOffset upTo, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync((context, ct) => OldestEvents(context, upTo, limit).ExecuteDeleteAsync(ct), cancellationToken);

    internal static IQueryable<Notification> Select(IQueryable<Notification> all, Outlived condition) => condition switch
    {
        Outlived.Expired { Now: var now } =>
            all.Where(one => one.ExpiresAt != null && one.ExpiresAt <= now && one.DeletedAt == null),
        Outlived.KeptSince { State: KeptAs.Unread, Type: var type, Time: var time } =>
            all.Where(one => one.Type == type && one.StateSince <= time
                && one.ReadAt == null && one.ArchivedAt == null && one.DeletedAt == null),
        Outlived.KeptSince { State: KeptAs.Read, Type: var type, Time: var time } =>
            all.Where(one => one.Type == type && one.StateSince <= time && one.ReadAt != null
                && one.ArchivedAt == null && one.DeletedAt == null),
        Outlived.KeptSince { State: KeptAs.Archived, Type: var type, Time: var time } =>
            all.Where(one => one.Type == type && one.StateSince <= time && one.ArchivedAt != null && one.DeletedAt == null),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "There is no such condition."),
    };

    internal static IQueryable<Notification> Oldest(IQueryable<Notification> outlived, Outlived condition) => condition switch
    {
        Outlived.Expired => outlived.OrderBy(one => one.ExpiresAt),
        _ => outlived.OrderBy(one => one.StateSince),
    };

    internal static IQueryable<Notification> Tombstones(IQueryable<Notification> all, DateTimeOffset deletedUpTo) =>
        all.Where(one => one.DeletedAt != null && one.DeletedAt <= deletedUpTo);

    internal static IQueryable<WithheldNotification> OldestWithheld(HotGigsDbContext context, DateTimeOffset upTo, int limit) =>
        context.WithheldNotifications.Where(one => one.At <= upTo).OrderBy(one => one.At).Take(limit);

    internal static IQueryable<ReceivedEvent> OldestEvents(HotGigsDbContext context, DateTimeOffset upTo, int limit) =>
        context.ReceivedEvents.Where(one => one.ReceivedAt <= upTo).OrderBy(one => one.ReceivedAt).Take(limit);

    private Task<IReadOnlyList<FeedEntry>> FindAsync(
        Func<IQueryable<Notification>, IQueryable<Notification>> select, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<FeedEntry>>(async context => await select(context.Notifications)
            .Take(limit)
            .Select(one => new FeedEntry(one.UserId, one.Id))
            .ToListAsync(cancellationToken));
}
