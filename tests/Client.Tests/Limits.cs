namespace HotGigs.Client.Tests;

/// <summary>How long a test waits: only ever in full by one that fails.</summary>
internal static class Limits
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    public static CancellationToken Token() => new CancellationTokenSource(Deadline).Token;
}
