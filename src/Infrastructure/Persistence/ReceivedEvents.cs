using HotGigs.Application.Events;
using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <inheritdoc cref="IReceivedEvents"/>
internal sealed class ReceivedEvents(Database database, TimeProvider clock) : IReceivedEvents
{
    public async Task<IReadOnlySet<NotificationCause>> FindAsync(
        IReadOnlyCollection<NotificationCause> events, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => ReadAsync(context, events, cancellationToken));

    // Two servers that record the same event collide on its key. One is undone and run again, and finds it there.
    public Task<int> RecordAsync(IReadOnlyCollection<NotificationCause> events, CancellationToken cancellationToken) =>
        events.Count == 0 ? Task.FromResult(0) : database.WriteAsync(async (context, ct) =>
        {
            var known = await ReadAsync(context, events, ct);
            var now = clock.GetUtcNow();
            var added = events.Where(one => !known.Contains(one)).Select(one => new ReceivedEvent
            {
                Key = EventKey.Of(one),
                Source = one.Source,
                EventId = one.Id ?? "",
                ReceivedAt = now,
            }).ToList();
            context.ReceivedEvents.AddRange(added);
            return added.Count;
        }, cancellationToken);

    internal static IQueryable<ReceivedEvent> OfKeys(HotGigsDbContext context, IReadOnlyCollection<byte[]> keys) =>
        context.ReceivedEvents.Where(received => keys.Contains(received.Key));

    private static async Task<HashSet<NotificationCause>> ReadAsync(
        HotGigsDbContext context, IReadOnlyCollection<NotificationCause> events, CancellationToken cancellationToken)
    {
        if (events.Count == 0)
            return [];
        var found = await OfKeys(context, [.. events.Select(EventKey.Of)])
            .Select(received => new { received.Source, received.EventId })
            .ToListAsync(cancellationToken);
        return [.. found.Select(one => new NotificationCause(one.Source, one.EventId))];
    }
}
