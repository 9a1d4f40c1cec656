using System.Collections.Concurrent;
using System.Threading.Channels;
using HotGigs.Application.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.Realtime.Rights;

/// <summary>What is to be looked at again of a user's connections.</summary>
/// <param name="UserId">The user.</param>
/// <param name="OnlyIfRolesChange">Whether rooms and watches stay where the newest token leaves all roles.</param>
internal readonly record struct RightsCheck(string UserId, bool OnlyIfRolesChange);

/// <summary>The checks that wait for the <see cref="RightsWorker"/>: each once, and only of users who are connected.</summary>
internal sealed class LiveRights(ConnectionRegistry registry) : ILiveRights
{
    private readonly Channel<RightsCheck> queue = Channel.CreateUnbounded<RightsCheck>(new() { SingleReader = true });
    private readonly ConcurrentDictionary<RightsCheck, byte> waiting = new();
    private long version;

    /// <summary>
    /// Rises whenever rights are withdrawn. Whoever authorises something reads it before and after: if it has risen,
    /// the answer may be of before, and the check that follows may have come too early to see what was granted.
    /// </summary>
    public long Version => Volatile.Read(ref version);

    public void CheckRoles(string userId) => Add(new RightsCheck(userId, OnlyIfRolesChange: true));

    public void Recheck(params IReadOnlyCollection<string> userIds)
    {
        // Before the connections are looked up: one that comes in now is either found or sees the version.
        RaiseVersion();
        foreach (var userId in userIds)
            RecheckGranted(userId);
    }

    /// <summary>Looks again at what a user was granted while rights were withdrawn, or could not be held against them.</summary>
    public void RecheckGranted(string userId) => Add(new RightsCheck(userId, OnlyIfRolesChange: false));

    /// <summary>Identities have changed: what is authorised by the earlier ones is to be looked at again.</summary>
    public void RaiseVersion() => Interlocked.Increment(ref version);

    /// <summary>The next check, once there is one. From then on the same one may be asked for again.</summary>
    public async ValueTask<RightsCheck> TakeAsync(CancellationToken cancellationToken)
    {
        var check = await queue.Reader.ReadAsync(cancellationToken);
        waiting.TryRemove(check, out _);
        return check;
    }

    private void Add(RightsCheck check)
    {
        if (!registry.Users.Of(check.UserId).IsEmpty && waiting.TryAdd(check, 0))
            queue.Writer.TryWrite(check);
    }
}
