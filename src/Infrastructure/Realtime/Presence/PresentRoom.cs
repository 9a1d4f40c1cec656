using System.Text.Json;
using HotGigs.Application.Users;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Presence;

/// <summary>
/// One room: which connections are in it, and so which users. A user whose last connection has left stays online for
/// the grace, so that a reload is no coming and going. Told and told on under one lock: a client sees the whole state
/// and then each change of it, none twice and none missing. Telling only enqueues.
/// </summary>
internal sealed class PresentRoom(string name, TimeSpan grace, TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ClientConnection, Seat> seats = [];
    // Beside the seats: of a large room few ask who is in it, and whoever joins is told to these alone.
    private readonly HashSet<Seat> watching = [];
    private readonly Dictionary<string, PresentUser> users = new(StringComparer.Ordinal);
    private readonly HashSet<PresentUser> leaving = [];
    private readonly TypingUsers typing = new(clock);
    private long version;

    public string Name => name;

    /// <summary>Whether it was empty and is used no more; another one takes its place.</summary>
    public bool IsGivenUp { get; private set; }

    /// <summary>Takes a connection in, which may be here already, unless the room has been given up.</summary>
    public bool TryEnter(ClientConnection connection)
    {
        lock (gate)
        {
            if (IsGivenUp)
                return false;
            if (!seats.TryAdd(connection, new Seat(connection)))
                return true;

            if (users.TryGetValue(connection.User.Id, out var user))
            {
                user.Identity = connection.User;
                if (user.Connections++ == 0)
                    leaving.Remove(user);
                return true;
            }

            user = new PresentUser(connection.User) { Connections = 1 };
            users.Add(user.Identity.Id, user);
            Announce(UserPresence.Online(user.Identity));
            return true;
        }
    }

    /// <returns>Whether it was here.</returns>
    public bool Leave(ClientConnection connection)
    {
        lock (gate)
        {
            if (!seats.Remove(connection, out var seat))
                return false;
            watching.Remove(seat);
            seat.Close();
            if (typing.TryEnd(connection))
                Relay(connection.User.Id, isTyping: false);

            var user = users[connection.User.Id];
            if (--user.Connections == 0)
            {
                (user.LeftAt, user.LastSeen) = (clock.GetTimestamp(), clock.GetUtcNow());
                leaving.Add(user);
            }

            return true;
        }
    }

    /// <summary>Sends the whole state, and from now on each change, if the connection is here.</summary>
    public void Watch(ClientConnection connection, IReadOnlyList<SeenUser> seenLately, JsonElement reference)
    {
        lock (gate)
        {
            var state = PresenceFrames.State(
                name,
                users.Values.Select(user => UserPresence.Online(user.Identity))
                    .Concat(seenLately.Where(seen => !users.ContainsKey(seen.UserId)).Select(UserPresence.Offline)),
                Seat.IsToldNames(connection),
                reference);
            connection.Enqueue(state);
            if (!seats.TryGetValue(connection, out var seat))
                return;
            seat.WatchPresence();
            watching.Add(seat);
        }
    }

    /// <returns>Whether the connection is here.</returns>
    public bool TrySetTyping(ClientConnection connection, bool isTyping)
    {
        lock (gate)
        {
            if (!seats.ContainsKey(connection))
                return false;
            if (isTyping ? typing.TryBegin(connection) : typing.TryEnd(connection))
                Relay(connection.User.Id, isTyping);
            return true;
        }
    }

    /// <summary>Ends what has lasted its time, and gives the room up once nobody is left.</summary>
    /// <returns>Whether there is something left that time will end.</returns>
    public bool Sweep()
    {
        lock (gate)
        {
            foreach (var userId in typing.EndSilent())
                Relay(userId, isTyping: false);
            foreach (var user in leaving.Where(user => clock.GetElapsedTime(user.LeftAt) >= grace).ToList())
            {
                leaving.Remove(user);
                users.Remove(user.Identity.Id);
                Announce(UserPresence.Offline(new SeenUser(user.Identity.Id, user.Identity.Name, user.LastSeen)));
            }

            IsGivenUp = users.Count == 0;
            return leaving.Count > 0 || typing.Any;
        }
    }

    private void Announce(UserPresence user)
    {
        Frame? named = null;
        Frame? nameless = null;
        version++;
        foreach (var seat in watching)
        {
            var frame = seat.TakesNames
                ? named ??= PresenceFrames.Change(name, user, withName: true)
                : nameless ??= PresenceFrames.Change(name, user, withName: false);
            seat.TellPresence(user.UserId, frame, version);
        }
    }

    private void Relay(string userId, bool isTyping)
    {
        Frame? frame = null;
        version++;
        foreach (var (connection, seat) in seats)
        {
            // Not to the same user's other tabs: they show what others do.
            if (!string.Equals(connection.User.Id, userId, StringComparison.Ordinal))
                seat.TellTyping(userId, frame ??= TypingFrames.Typing(name, userId, isTyping), version);
        }
    }

    private sealed class PresentUser(UserIdentity identity)
    {
        /// <summary>As the connection that came last says.</summary>
        public UserIdentity Identity { get; set; } = identity;

        public int Connections { get; set; }

        public long LeftAt { get; set; }

        public DateTimeOffset LastSeen { get; set; }
    }
}
