using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications;

/// <summary>The position up to which a user has been shown their feed: what comes after it is left alone.</summary>
internal static class Watermark
{
    /// <returns>The position asked for, or where the feed stands if none was.</returns>
    /// <exception cref="RequestException"><c>validation_failed</c> on <c>up_to_seq</c>: the feed has not come that far.</exception>
    public static long Of(long? upToSeq, NotificationFeed feed) => upToSeq switch
    {
        null => feed.Seq,
        { } asked when asked <= feed.Seq => asked,
        { } asked => throw RequestException.Invalid("up_to_seq", $"The feed stands at {feed.Seq}; it has not come to {asked} yet."),
    };
}
