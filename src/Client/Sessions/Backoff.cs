namespace HotGigs.Client;

/// <summary>Decides when to come back: exponential with full jitter, so that a thousand clients do not come at once.</summary>
internal sealed class Backoff(HotGigsClientOptions options)
{
    private TimeSpan baseDelay = TimeSpan.FromSeconds(3);
    private int maxAttempts = 5;
    private int attempts;

    /// <summary>Takes over what the server advises.</summary>
    public void Follow(ReconnectAdvice? advice)
    {
        if (advice is null)
            return;
        baseDelay = TimeSpan.FromMilliseconds(Math.Max(0, advice.BaseDelayMs));
        maxAttempts = advice.MaxAttempts;
    }

    /// <summary>Begins anew, because someone asked for it.</summary>
    public void Forget() => attempts = 0;

    /// <summary>How long to wait before the next try; <c>null</c> to try no more.</summary>
    public TimeSpan? Next(SessionEnd end)
    {
        // A server that lets in only to turn away again must not be asked without end.
        if (end.WasConnected && (end.WasStable || !end.IsOverload))
            attempts = 0;
        if (end.IsFinal || attempts >= (options.MaxAttempts ?? maxAttempts))
            return null;

        attempts++;
        if (end.ReconnectAfter is { } advised)
            return advised;
        if (end is { CloseCode: CloseCodes.Unauthenticated, WasConnected: true })
            return TimeSpan.Zero;
        var longest = Math.Min(baseDelay.TotalMilliseconds * Math.Pow(2, attempts - 1), options.MaxRetryDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(options.Random.NextDouble() * longest);
    }
}
