using System.Collections.Concurrent;
using HotGigs.Infrastructure.Observability;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Why connections are not served, as metrics and logs name it.</summary>
public static class HandshakeRefusal
{
    public const string NoToken = "no_token";
    public const string InvalidToken = "invalid_token";
    public const string ForeignOrigin = "foreign_origin";
    public const string Draining = "draining";
    public const string UserLimit = "user_limit";
    public const string AddressLimit = "address_limit";
    public const string ServerLimit = "server_limit";
}

/// <summary>Counts the connections that are not served, and sums them up once a minute: a line for each would let anyone fill the log.</summary>
public sealed class HandshakeRefusals(RealtimeMetrics metrics, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private long summedUpAt = clock.GetTimestamp();

    /// <param name="reason">One of <see cref="HandshakeRefusal"/>.</param>
    public void Count(string reason)
    {
        metrics.HandshakeRefused(reason);
        counts.AddOrUpdate(reason, 1, static (_, count) => count + 1);
    }

    internal static string ReasonOf(int closeCode) => (CloseCode)closeCode switch
    {
        CloseCode.Unauthenticated => HandshakeRefusal.InvalidToken,
        CloseCode.TooManyConnections => HandshakeRefusal.UserLimit,
        CloseCode.RateLimited => HandshakeRefusal.AddressLimit,
        _ => HandshakeRefusal.ServerLimit,
    };

    /// <summary>What has come together, once a minute. For one thread at a time.</summary>
    /// <returns>How many by reason, as text; <c>null</c> if it is not time, or there were none.</returns>
    internal string? TakeSummary()
    {
        if (counts.IsEmpty || clock.GetElapsedTime(summedUpAt) < Interval)
            return null;

        summedUpAt = clock.GetTimestamp();
        var taken = new List<string>();
        foreach (var reason in counts.Keys.Order(StringComparer.Ordinal))
        {
            if (counts.TryRemove(reason, out var count))
                taken.Add($"{reason} {count}");
        }

        return string.Join(", ", taken);
    }
}
