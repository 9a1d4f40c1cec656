namespace HotGigs.Client;

/// <summary>One page of the feed, newest first.</summary>
/// <param name="NextCursor">Asks for the next page; <c>null</c> on the last.</param>
/// <param name="Epoch">With <paramref name="Seq"/>, where the feed stood when it was read.</param>
public sealed record FeedPage(
    IReadOnlyList<Notification> Notifications, int UnreadCount, int UnseenCount, string? NextCursor, string Epoch, long Seq)
{
    /// <summary>Where the feed stood. Changes at or before it are in the page already.</summary>
    public FeedPosition Position => new(Epoch, Seq);
}
