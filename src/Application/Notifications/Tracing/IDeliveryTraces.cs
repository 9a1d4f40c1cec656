using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Tracing;

/// <summary>Reads what became of notifications, those that never came into a feed included.</summary>
public interface IDeliveryTraces
{
    /// <summary>What became of one of a user's notifications; <c>null</c> where they have no such one.</summary>
    Task<TracedNotification?> FindAsync(string userId, Guid notificationId, CancellationToken cancellationToken);

    /// <summary>What was kept from a user's feed, newest first.</summary>
    Task<IReadOnlyList<WithheldNotification>> ListWithheldAsync(WithheldFilter filter, CancellationToken cancellationToken);
}

/// <summary>What is known of one notification's delivery.</summary>
/// <param name="Decisions">Why each delivery channel was taken or not.</param>
/// <param name="DecidedAt">When that was decided.</param>
/// <param name="Cause">What brought it about, where that is known.</param>
/// <param name="DeliveredAt">When a device confirmed to have it.</param>
/// <param name="Mail">The mail about it, where there is one.</param>
public sealed record TracedNotification(
    Guid Id, DeliveryDecisions Decisions, DateTimeOffset DecidedAt, NotificationCause? Cause, DateTimeOffset? DeliveredAt, EmailDelivery? Mail);

/// <summary>Which withheld notifications to list.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Type">Only this type.</param>
/// <param name="DeduplicationKey">Only those with this key.</param>
/// <param name="Before">Only those before this position, as of a page before; <c>null</c> begins with the newest.</param>
/// <param name="Limit">How many to return at most.</param>
public sealed record WithheldFilter(
    string UserId, NotificationType? Type, string? DeduplicationKey, (DateTimeOffset At, Guid Id)? Before, int Limit);
