using System.Diagnostics;
using System.Globalization;
using CsCheck;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.IntegrationTests.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>
/// Whatever happens to a feed, and whatever is lost, doubled or reordered on the way: in the end every device shows
/// exactly what the server has. A run that fails is printed with its seed; set CsCheck_Seed to it to see that run again.
/// </summary>
public sealed class FeedModelTests(ITestOutputHelper output) : PersistenceSpecification(new SqliteTestDatabase())
{
    /// <summary>How many operations to try, about; set it to 100000 for a long search.</summary>
    private const string OperationsVariable = "HOTGIGS_MODEL_OPERATIONS";

    private const int Operations = 2_000;

    private int users;
    private int operations;
    private (int Applied, int Ignored, int Syncs, int Reloads) done;

    [Fact]
    public async Task Two_devices_agree_with_the_server_in_the_end()
    {
        var wanted = int.TryParse(Environment.GetEnvironmentVariable(OperationsVariable), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : Operations;
        var start = Stopwatch.GetTimestamp();

        // One run at a time: they share a database and a clock.
        await FeedOperation.Runs.SampleAsync(
            RunAsync,
            iter: (wanted / FeedOperation.AverageSteps) + 1,
            threads: 1,
            print: run => string.Join('\n', run.AsEnumerable()));

        output.WriteLine($"{operations} operations on {users} feeds in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");
        output.WriteLine($"Frames applied {done.Applied}, ignored {done.Ignored}; recoveries by sync {done.Syncs}, by list {done.Reloads}.");
        Assert.True(done is { Applied: > 100, Ignored: > 100, Syncs: > 20 }, $"The devices had hardly anything to do: {done}.");
    }

    private async Task RunAsync(FeedOperation[] run)
    {
        var user = new UserIdentity($"user-{Interlocked.Increment(ref users)}", "Rosa Delgado", null, Roles.Recruiter);
        var server = new FeedServer(Node, user);
        var acting = new FeedUser(Node, user);
        SimulatedDevice[] devices = [new(server), new(server)];
        UnreliableWire[] wires = [.. devices.Select(device => new UnreliableWire(device))];
        Node.Events.Take();

        foreach (var operation in run)
        {
            operations++;
            var random = new Random(operation.Chance);
            var which = random.Next(devices.Length);
            switch (operation.Kind)
            {
                case FeedOperationKind.LateFramesArrive:
                    wires[which].DeliverLate();
                    break;
                case FeedOperationKind.Pong:
                    await SendPongAsync(server, devices[which]);
                    break;
                case FeedOperationKind.Sync:
                    devices[which].RequestSync();
                    break;
                case FeedOperationKind.ForgetEpoch:
                    devices[which].ForgetEpoch();
                    break;
                default:
                    await ChangeAsync(server, acting, wires, operation, random);
                    break;
            }

            foreach (var device in devices)
            {
                if (random.Next(3) != 0)
                    await device.ContinueRecoveryAsync();
                AssertAgreesWithItself(device);
            }
        }

        foreach (var device in devices)
        {
            await SettleAsync(server, device);
            await AssertShowsAsync(server, device);
            done = (done.Applied + device.Done.Applied, done.Ignored + device.Done.Ignored, done.Syncs + device.Done.Syncs, done.Reloads + device.Done.Reloads);
        }
    }

    private static async Task ChangeAsync(
        FeedServer server, FeedUser acting, UnreliableWire[] wires, FeedOperation operation, Random random)
    {
        var before = await server.HeadAsync();
        var accepted = await acting.DoAsync(operation.Kind, random);
        var after = await server.HeadAsync();

        var frames = server.TakeFrames();
        Assert.Equal(Enumerable.Range(1, (int)(after.Seq - before.Seq)).Select(step => before.Seq + step), frames.Select(frame => frame.GetProperty("seq").GetInt64()));
        Assert.True(
            accepted || (after.Seq, after.UnreadCount, after.UnseenCount) == (before.Seq, before.UnreadCount, before.UnseenCount),
            "What was refused has changed something.");
        foreach (var frame in frames)
        {
            foreach (var wire in wires)
                wire.Carry(frame, random);
        }
    }

    private static async Task SendPongAsync(FeedServer server, SimulatedDevice device)
    {
        var head = await server.HeadAsync();
        device.HearPosition(head.Epoch, head.Seq);
    }

    /// <summary>Nothing happens any more: one pong, and whatever that has the device ask for.</summary>
    private static async Task SettleAsync(FeedServer server, SimulatedDevice device)
    {
        await FinishRecoveryAsync(device);
        await SendPongAsync(server, device);
        await FinishRecoveryAsync(device);
    }

    private static async Task FinishRecoveryAsync(SimulatedDevice device)
    {
        while (!device.IsLive)
            await device.ContinueRecoveryAsync();
    }

    private static void AssertAgreesWithItself(SimulatedDevice device)
    {
        if (device.IsLive)
            Assert.Equal(device.List(archived: false).Count(one => one.CountsAsUnread), device.UnreadCount);
    }

    private static async Task AssertShowsAsync(FeedServer server, SimulatedDevice device)
    {
        var head = await server.HeadAsync();
        var list = await server.WholeListAsync(archived: false);
        Assert.Equal(list, device.List(archived: false));
        Assert.Equal(await server.WholeListAsync(archived: true), device.List(archived: true));
        Assert.Equal(head.UnreadCount, device.UnreadCount);
        Assert.Equal((head.UnreadCount, head.UnseenCount), (list.Count(one => one.CountsAsUnread), list.Count(one => one.CountsAsUnseen)));
        Assert.Equal((head.UnreadCount, head.UnseenCount), await server.RecountAsync());
    }
}
