using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Receipts;

/// <summary>Reads what became of the notifications that a user caused.</summary>
public interface IReceiptReader
{
    /// <summary>Receipts of what a user caused, deleted ones included, the latest caused first.</summary>
    /// <param name="actorId">Who caused it.</param>
    /// <param name="notificationId">Only this one.</param>
    /// <param name="after">Only those that follow this one.</param>
    /// <param name="limit">How many to return at most.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    Task<IReadOnlyList<CausedNotification>> ListAsync(
        string actorId, Guid? notificationId, ReceiptPosition? after, int limit, CancellationToken cancellationToken);

    /// <summary>Of these users, those who have not confirmed all of their feed, each with the position up to which they have.</summary>
    Task<IReadOnlyDictionary<string, long>> FindBehindAsync(IReadOnlyCollection<string> userIds, CancellationToken cancellationToken);
}

/// <summary>A receipt, and of what.</summary>
public sealed record CausedNotification(Receipt Receipt, NotificationType Type, DateTimeOffset CreatedAt);

/// <summary>Where a receipt stands in the list; the id tells those of the same instant apart.</summary>
public readonly record struct ReceiptPosition(DateTimeOffset CreatedAt, Guid NotificationId);
