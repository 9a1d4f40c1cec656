namespace HotGigs.Client;

/// <summary>A place in the user's feed, from which it can be continued.</summary>
/// <param name="Epoch">Names the run of the sequence; empty while the feed has never changed.</param>
/// <param name="Seq">The number of the last change.</param>
public readonly record struct FeedPosition(string Epoch, long Seq);
