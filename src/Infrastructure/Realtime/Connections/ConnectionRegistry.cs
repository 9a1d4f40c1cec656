using System.Diagnostics.CodeAnalysis;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Realtime.Presence;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// The live connections of this process: by user, by room and by watched resume. Rooms and watches belong to a
/// connection, not to its user: closing one of two tabs leaves the other where it is.
/// </summary>
internal sealed class ConnectionRegistry(
    IPresence presence, ConnectionTotals totals, RealtimeMetrics metrics, IOptions<RealtimeOptions> options)
{
    private readonly RealtimeOptions options = options.Value;
    private readonly AddressCounts addresses = new(options.Value.MaxConnectionsPerAddress);
    private int count;

    public MemberGroups<string, ClientConnection> Users { get; } = new();

    public MemberGroups<string, ClientConnection> Rooms { get; } = new();

    public MemberGroups<Guid, ResumeWatch> ResumeWatches { get; } = new();

    /// <summary>How many connections there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>What waits for clients to read, over all connections: a walk over them that takes no lock.</summary>
    public (long Frames, long Bytes) CountQueued()
    {
        var (frames, bytes) = (0L, 0L);
        foreach (var connection in Users.All)
        {
            var queued = connection.Queued;
            frames += queued.Frames;
            bytes += queued.Bytes;
        }

        return (frames, bytes);
    }

    /// <summary>Adds a connection unless there are too many: of all, of its address, or of its user.</summary>
    /// <param name="connection">Just opened.</param>
    /// <param name="refusal">Why it was not added.</param>
    public bool TryAdd(ClientConnection connection, [NotNullWhen(false)] out Refusal? refusal)
    {
        refusal = Interlocked.Increment(ref count) > options.MaxConnections
            ? new Refusal(CloseCode.Overloaded, "This server has no room for more connections. Try again later.")
            : AddToGroups(connection);
        if (refusal is not null)
        {
            Interlocked.Decrement(ref count);
            return false;
        }

        totals.Accepted();
        presence.Connected(connection);
        return true;
    }

    /// <summary>Takes an added connection out of everything it is in.</summary>
    public void Remove(ClientConnection connection)
    {
        lock (connection.Memberships.Gate)
        {
            var (rooms, watches) = connection.Memberships.TakeAll();
            foreach (var room in rooms)
            {
                Rooms.Remove(room, connection);
                presence.Left(connection, room);
            }

            foreach (var watch in watches)
                ResumeWatches.Remove(watch.ResumeId, watch);
        }

        Users.Remove(connection.User.Id, connection);
        addresses.Remove(connection.Client.Address);
        Interlocked.Decrement(ref count);
        totals.Closed(connection.EndedWith);
        metrics.Disconnected(connection.EndedWith);
        presence.Disconnected(connection);
    }

    /// <summary>Puts a connection into a room, in which it may be already, unless it is in too many or has ended.</summary>
    public bool TryJoin(ClientConnection connection, string room)
    {
        lock (connection.Memberships.Gate)
        {
            if (!connection.Memberships.TryAddRoom(room, options.MaxRoomsPerConnection))
                return false;
            Rooms.TryAdd(room, connection);
            presence.Entered(connection, room);
            return true;
        }
    }

    public void Leave(ClientConnection connection, string room)
    {
        lock (connection.Memberships.Gate)
        {
            connection.Memberships.RemoveRoom(room);
            Rooms.Remove(room, connection);
            presence.Left(connection, room);
        }
    }

    /// <summary>
    /// Has a connection watch a resume, which it may do already, unless it watches too many or has ended. Nothing is
    /// sent before the watch is opened.
    /// </summary>
    public bool TryWatch(ClientConnection connection, Guid resumeId, [NotNullWhen(true)] out ResumeWatch? watch, out bool isNew)
    {
        var added = new ResumeWatch(connection, resumeId);
        lock (connection.Memberships.Gate)
        {
            var isWatched = connection.Memberships.TryGetOrAddWatch(added, options.MaxWatchesPerConnection, out watch)
                && ResumeWatches.TryAdd(resumeId, watch);
            isNew = watch == added;
            return isWatched;
        }
    }

    public void Unwatch(ClientConnection connection, Guid resumeId)
    {
        lock (connection.Memberships.Gate)
        {
            if (!connection.Memberships.RemoveWatch(resumeId, out var watch))
                return;
            ResumeWatches.Remove(resumeId, watch);
            watch.Close();
        }
    }

    private Refusal? AddToGroups(ClientConnection connection)
    {
        if (!addresses.TryAdd(connection.Client.Address))
            return new Refusal(CloseCode.RateLimited, $"An address may have {options.MaxConnectionsPerAddress} connections.");
        if (Users.TryAdd(connection.User.Id, connection, options.MaxConnectionsPerUser))
            return null;

        addresses.Remove(connection.Client.Address);
        return new Refusal(CloseCode.TooManyConnections, $"A user may have {options.MaxConnectionsPerUser} connections.");
    }
}

/// <summary>Why a connection is not served.</summary>
/// <param name="Code">What it is closed with.</param>
/// <param name="Reason">Told to the client; at most 123 bytes.</param>
internal sealed record Refusal(CloseCode Code, string Reason);
