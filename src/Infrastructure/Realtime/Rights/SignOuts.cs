using System.Collections.Concurrent;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Realtime.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Rights;

/// <summary>
/// Sign-outs of this server, in memory: it forgets them when it stops, and others do not know of them. Those that no
/// token can be older than are dropped with the next one.
/// </summary>
internal sealed class SignOuts(
    ConnectionRegistry registry, IOptions<RealtimeOptions> options, TimeProvider clock, ILogger<SignOuts> logger) : ISignOuts
{
    public const string Reason = "You were signed out.";

    private readonly ConcurrentDictionary<string, DateTimeOffset> moments = new(StringComparer.Ordinal);

    public void SignOut(string userId)
    {
        var now = clock.GetUtcNow();
        foreach (var old in moments.Where(one => now - one.Value >= options.Value.SignOutRetention))
            moments.TryRemove(old);

        // Before the walk: a connection that comes in now is either found by it or finds this.
        moments.AddOrUpdate(userId, now, (_, other) => other > now ? other : now);
        var connections = registry.Users.Of(userId).ToArray();
        foreach (var connection in connections)
            connection.Close(CloseCode.Unauthenticated, Reason);
        RealtimeLog.UserSignedOut(logger, connections.Length);
    }

    public bool Covers(string userId, DateTimeOffset tokenIssuedAt) =>
        moments.TryGetValue(userId, out var moment) && tokenIssuedAt < moment;
}
