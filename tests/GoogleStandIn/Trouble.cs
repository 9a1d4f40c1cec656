namespace HotGigs.GoogleStandIn;

/// <summary>Something that goes wrong with a request.</summary>
/// <param name="Status">What is answered instead.</param>
/// <param name="Reason">The code for it in the Drive API.</param>
/// <param name="RetryAfter">The header of that name.</param>
public sealed record Trouble(int Status, string Reason = "backendError", string? RetryAfter = null)
{
    /// <summary>The body of the answer breaks off in the middle.</summary>
    public static readonly Trouble BrokenBody = new(0, "broken");

    /// <summary>The body of the answer stops in the middle, and the connection stays open.</summary>
    public static readonly Trouble HangingBody = new(0, "hanging");

    /// <summary>The connection is dropped without an answer.</summary>
    public static readonly Trouble Dropped = new(0, "dropped");
}
