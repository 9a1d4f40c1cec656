using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Events;

/// <summary>Remembers which events of other programs have been applied.</summary>
public interface IReceivedEvents
{
    /// <summary>Which of these events have been applied.</summary>
    Task<IReadOnlySet<NotificationCause>> FindAsync(IReadOnlyCollection<NotificationCause> events, CancellationToken cancellationToken);

    /// <summary>Records in one transaction that these events, all different, have been applied.</summary>
    /// <returns>How many of them nobody had recorded before: of several that record an event at once, one counts it.</returns>
    Task<int> RecordAsync(IReadOnlyCollection<NotificationCause> events, CancellationToken cancellationToken);
}
