using System.Text.Json;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Rooms, watches, presence and typing agree with each other, whatever comes at the same moment.</summary>
public sealed class RoomMembershipTests
{
    private static readonly string[] Rooms = [.. Enumerable.Range(0, 6).Select(i => $"room-{i}")];
    private static readonly Guid[] Resumes = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_each_connection_has_asked_for_is_what_it_is_in(int seed)
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:PresenceGrace"] = "00:00:00" });
        var clients = Enumerable.Range(0, 32).Select(i => new Model(host, $"user-{i % 20}", new Random((seed * 1_000) + i))).ToList();

        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(clients.Select(client => Task.Run(() =>
            {
                for (var i = 0; i < 25; i++)
                    client.Step();
            })));
            host.Presence.Sweep();
            await AssertAgreeAsync(host, clients);
        }

        clients.ForEach(client => client.End());
        await AssertEmptyAsync(host);
    }

    [Fact]
    public async Task A_connection_that_ends_while_it_joins_is_in_nothing()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:PresenceGrace"] = "00:00:00" });
        var chance = new Random(7);

        for (var i = 0; i < 1_000; i++)
        {
            using var one = SilentConnection.Of(host, $"user-{i % 10}");
            var model = new Model(host, one, new Random(chance.Next()));
            var room = Rooms[chance.Next(Rooms.Length)];
            await Task.WhenAll(
                Task.Run(() =>
                {
                    for (var step = 0; step < 10; step++)
                        model.Step();
                }),
                Task.Run(() => host.Registry.Leave(one.Connection, room)),
                Task.Run(() => host.Registry.Remove(one.Connection)));
        }

        await AssertEmptyAsync(host);
    }

    [Fact]
    public async Task A_watch_that_has_ended_says_nothing_to_the_one_after_it()
    {
        await using var host = await RealtimeHost.StartAsync();
        using var one = SilentConnection.Of(host, "ann");
        Assert.True(host.Registry.TryWatch(one.Connection, Resumes[0], out var stale, out _));
        stale.Open(Progress.Of(Resumes[0], 1, percentage: 10));
        host.Registry.Unwatch(one.Connection, Resumes[0]);
        Assert.True(host.Registry.TryWatch(one.Connection, Resumes[0], out var watch, out var isNew));
        Assert.True(isNew);

        // A publisher that found the old one in the group before it left.
        stale.Offer(ProgressFrames.ResumeProgress(Progress.Of(Resumes[0], 9, percentage: 90)), 9);
        watch.Open(Progress.Of(Resumes[0], 2, percentage: 20));

        var frame = Assert.Single(await one.ReleaseAsync());
        Assert.Equal(20, frame.Field("data").Number("progress"));
    }

    [Fact]
    public async Task A_thousand_clients_that_come_do_something_and_go_leave_nothing_behind()
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:MessageBurst"] = "1000" });
        host.Application.Watch = (id, _) => Task.FromResult(Progress.Of(id, 1, ResumeStatus.Processing));
        var seeds = new Random(11);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1_000).Select(i => (Number: i, Chance: new Random(seeds.Next()))),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (one, _) =>
            {
                using var client = await host.ConnectAsync($"user-{one.Number % 200}");
                for (var i = one.Chance.Next(8); i >= 0; i--)
                    await client.SendAsync(SomeMessage(one.Chance));
                await host.PublishAsync(Progress.Of(Resumes[one.Chance.Next(Resumes.Length)], one.Number));
                if (one.Chance.Next(3) == 0)
                    client.Socket.Abort();
                else if (one.Chance.Next(2) == 0)
                    await client.CloseAsync();
            });

        await Eventually.TrueAsync(() => host.Registry.Count == 0, text: "all have ended");
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        host.Presence.Sweep();
        await AssertEmptyAsync(host);
        Assert.Equal(1_000, host.Status.TakeSnapshot().Node.Closed.Values.Sum());
    }

    private static string SomeMessage(Random chance)
    {
        string[] rooms = ["recruiters", $"candidate:{Resumes[0]}", $"candidate:{Resumes[1]}"];
        var room = rooms[chance.Next(rooms.Length)];
        var resume_id = Resumes[chance.Next(Resumes.Length)];
        return JsonSerializer.Serialize<object>(chance.Next(8) switch
        {
            0 or 1 => new { type = "join_room", room },
            2 => new { type = "leave_room", room },
            3 => new { type = "presence", room },
            4 or 5 => new { type = "typing", room, is_typing = chance.Next(3) > 0 },
            6 => new { type = "watch_resume", resume_id },
            _ => new { type = "unwatch_resume", resume_id },
        });
    }

    private static async Task AssertAgreeAsync(RealtimeHost host, IReadOnlyCollection<Model> clients)
    {
        foreach (var room in Rooms)
        {
            var members = clients.Where(client => client.Rooms.Contains(room)).ToList();
            Assert.Equal(members.Select(client => client.Silent.Connection.Id).Order(), host.Registry.Rooms.Of(room).ToArray().Select(one => one.Id).Order());
            Assert.Equal(
                members.Select(client => client.Silent.Connection.User.Id).Distinct().Order(StringComparer.Ordinal), await PresentInAsync(host, room));
        }

        foreach (var resume in Resumes)
        {
            Assert.Equal(
                clients.Count(client => client.Watches.Contains(resume)), host.Registry.ResumeWatches.Of(resume).Length);
        }
    }

    private static async Task AssertEmptyAsync(RealtimeHost host)
    {
        host.Presence.Sweep();
        var status = host.Status.TakeSnapshot();
        Assert.Equal((0, 0, 0), (status.ActiveConnections, status.Node.Users, status.Node.Watchers));
        Assert.Empty(status.ActiveUsers);
        Assert.Empty(status.Rooms);
        Assert.Empty(status.ResumeWatchers);
        foreach (var room in (string[])[.. Rooms, "recruiters", $"candidate:{Resumes[0]}", $"candidate:{Resumes[1]}"])
            Assert.Empty(await PresentInAsync(host, room));
    }

    /// <summary>Asks like a client does, from outside the room.</summary>
    private static async Task<IEnumerable<string>> PresentInAsync(RealtimeHost host, string room)
    {
        using var asking = new SilentConnection("asking", new Infrastructure.Realtime.RealtimeOptions(), host.Metrics, host.Clock);
        host.Presence.Watch(asking.Connection, room, [], default);
        var state = (await asking.ReleaseAsync()).Single();
        return state.Items("users").Select(user => user.Text("user_id")!).Order(StringComparer.Ordinal);
    }

    /// <summary>A connection that does things at random and remembers what it must be in.</summary>
    private sealed class Model(RealtimeHost host, SilentConnection silent, Random chance)
    {
        public Model(RealtimeHost host, string user, Random chance)
            : this(host, SilentConnection.Of(host, user), chance)
        {
        }

        public SilentConnection Silent => silent;

        public HashSet<string> Rooms { get; } = [];

        public HashSet<Guid> Watches { get; } = [];

        public void Step()
        {
            var room = RoomMembershipTests.Rooms[chance.Next(RoomMembershipTests.Rooms.Length)];
            var resume = Resumes[chance.Next(Resumes.Length)];
            switch (chance.Next(8))
            {
                case 0 or 1:
                    if (host.Registry.TryJoin(Silent.Connection, room))
                        Rooms.Add(room);
                    break;
                case 2:
                    host.Registry.Leave(Silent.Connection, room);
                    Rooms.Remove(room);
                    break;
                case 3:
                    host.Presence.Watch(Silent.Connection, room, [], default);
                    break;
                case 4:
                    host.Presence.TrySetTyping(Silent.Connection, room, chance.Next(2) == 0);
                    break;
                case 5:
                    if (host.Registry.TryWatch(Silent.Connection, resume, out var watch, out _))
                    {
                        watch.Open(Progress.Of(resume, 1));
                        Watches.Add(resume);
                    }

                    break;
                case 6:
                    host.Registry.Unwatch(Silent.Connection, resume);
                    Watches.Remove(resume);
                    break;
                default:
                    host.Presence.Sweep();
                    break;
            }
        }

        public void End()
        {
            host.Registry.Remove(Silent.Connection);
            Silent.Dispose();
        }
    }
}
