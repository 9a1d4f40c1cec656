using HotGigs.Application.Notifications.Tracing;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Puts together what the database knows of deliveries.</summary>
internal sealed class DeliveryTraces(Database database) : IDeliveryTraces
{
    public Task<TracedNotification?> FindAsync(string userId, Guid notificationId, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async context =>
        {
            var traced = await FromFeedAsync(context, userId, notificationId, cancellationToken)
                ?? await FromWithheldAsync(context, userId, notificationId, cancellationToken);
            if (traced is null)
                return null;
            var mail = await context.EmailDeliveries.AsNoTracking()
                .Where(one => one.NotificationId == notificationId)
                .OrderBy(one => one.CreatedAt)
                .FirstOrDefaultAsync(cancellationToken);
            return traced with { Mail = mail };
        }, cancellationToken);

    public async Task<IReadOnlyList<WithheldNotification>> ListWithheldAsync(
        WithheldFilter filter, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => Select(context.WithheldNotifications.AsNoTracking(), filter)
            .OrderByDescending(withheld => withheld.At).ThenByDescending(withheld => withheld.Id)
            .Take(filter.Limit)
            .ToListAsync(cancellationToken));

    internal static IQueryable<WithheldNotification> Select(IQueryable<WithheldNotification> all, WithheldFilter filter)
    {
        var selected = all.Where(withheld => withheld.UserId == filter.UserId);
        if (filter.Type is { } type)
            selected = selected.Where(withheld => withheld.Type == type);
        if (filter.DeduplicationKey is { } key)
            selected = selected.Where(withheld => withheld.DeduplicationKey == key);
        if (filter.Before is var (at, id))
        {
            selected = selected.Where(withheld => withheld.At <= at
                && (withheld.At < at || withheld.Id.CompareTo(id) < 0));
        }

        return selected;
    }

    private static async Task<TracedNotification?> FromFeedAsync(
        HotGigsDbContext context, string userId, Guid id, CancellationToken cancellationToken) =>
        await context.Notifications.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id && one.UserId == userId, cancellationToken)
            is { IsDeleted: false } found
            ? new TracedNotification(found.Id, found.Decisions, found.CreatedAt, found.Cause, found.DeliveredAt, Mail: null)
            : null;

    private static async Task<TracedNotification?> FromWithheldAsync(
        HotGigsDbContext context, string userId, Guid id, CancellationToken cancellationToken) =>
        await context.WithheldNotifications.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == id && one.UserId == userId, cancellationToken) is { } found
            ? new TracedNotification(found.Id, found.Decisions, found.At, found.Cause, DeliveredAt: null, Mail: null)
            : null;
}
