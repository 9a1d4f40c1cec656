using System.Globalization;

namespace HotGigs.Client;

/// <summary>What a client wants to be told beside the feed, on each of its connections.</summary>
internal readonly record struct Subscription(SubscriptionKind Kind, string Target)
{
    public static Subscription Of(Guid resumeId) => new(SubscriptionKind.Resume, resumeId.ToString());

    public Task TakeUpAsync(HotGigsConnection connection, CancellationToken cancellationToken) => Kind switch
    {
        SubscriptionKind.Resume => connection.WatchResumeAsync(Guid.Parse(Target, CultureInfo.InvariantCulture), cancellationToken),
        SubscriptionKind.Room => connection.JoinRoomAsync(Target, cancellationToken),
        _ => connection.PresenceAsync(Target, cancellationToken),
    };

    public Task GiveUpAsync(HotGigsConnection connection, CancellationToken cancellationToken) => Kind switch
    {
        SubscriptionKind.Resume => connection.UnwatchResumeAsync(Guid.Parse(Target, CultureInfo.InvariantCulture), cancellationToken),
        SubscriptionKind.Room => connection.LeaveRoomAsync(Target, cancellationToken),
        // There is no message for it: it ends with the room.
        _ => Task.CompletedTask,
    };
}
