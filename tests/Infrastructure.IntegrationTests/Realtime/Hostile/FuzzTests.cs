using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>
/// Whatever clients send, in whatever pieces, and however they end: every answer is whole and known, nothing fails, and
/// nothing is left behind. A run that fails is printed with its seed; set CsCheck_Seed to it to see that run again.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    /// <summary>For how long to try; set it to 600 for a long search.</summary>
    private const string SecondsVariable = "HOTGIGS_FUZZ_SECONDS";

    private const int Seconds = 6;

    private readonly ConcurrentDictionary<int, int> closes = new();
    private int runs;
    private long steps;
    private long frames;

    [Fact]
    public async Task Nothing_that_a_client_does_is_more_than_the_server_can_take()
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), CultureInfo.InvariantCulture, out var asked) ? asked : Seconds;
        var unobserved = new ConcurrentQueue<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs args)
        {
            if (args.Exception.ToString() is var text && text.Contains("HotGigs.Infrastructure.Realtime", StringComparison.Ordinal))
                unobserved.Enqueue(text);
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await using var server = await HotGigsServer.StartAsync(new Dictionary<string, string?>
            {
                ["Realtime:MessageBurst"] = "300",
                ["Realtime:MaxRateLimitedInRow"] = "200",
                ["Realtime:MaxQueuedBytes"] = "2000000",
            });
            var start = Stopwatch.GetTimestamp();
            await FuzzRun.Any.SampleAsync(run => RunAsync(server, run), time: seconds, threads: 4);
            output.WriteLine($"{runs} connections, {steps} steps and {frames} frames of the server in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s.");
            output.WriteLine($"Closed by the server with: {string.Join(", ", closes.OrderBy(each => each.Key).Select(each => $"{each.Key}: {each.Value}"))}.");

            await AssertSettledAsync(server);
            Assert.Empty(server.Log.Errors.Select(entry => entry.ToString()));
            Assert.DoesNotContain(server.Log.Entries, entry => entry.Text.StartsWith("The feed's position could not be read", StringComparison.Ordinal));
        }
        finally
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            TaskScheduler.UnobservedTaskException -= Note;
        }

        Assert.Empty(unobserved);
        Assert.True(runs > 20 && frames > 500, $"{runs} connections with {frames} frames are no search.");
    }

    private async Task RunAsync(HotGigsServer server, FuzzRun run)
    {
        var user = $"fuzz-{Interlocked.Increment(ref runs)}";
        var token = Tokens.Create(user, "recruiter");
        var registry = server.Services.GetRequiredService<ConnectionRegistry>();
        using var socket = await RawSocket.OpenAsync(new Uri(server.Address, $"/ws/connect?token={token}{(run.TakesBatches ? "&batch=1" : "")}"));
        Assert.Equal("connected", JsonElement.Parse((await socket.ReceiveAsync()).Payload).GetProperty("type").GetString());

        using var client = new FuzzClient(socket, registry, user, token);
        await client.RunAsync(run);

        closes.AddOrUpdate(client.ClosedWith, 1, static (_, count) => count + 1);
        Interlocked.Add(ref steps, run.Steps.Length);
        Interlocked.Add(ref frames, client.Received);
        await Eventually.TrueAsync(() => registry.Users.Of(user).IsEmpty, text: "the connection is forgotten");
    }

    private static async Task AssertSettledAsync(HotGigsServer server)
    {
        var status = server.Services.GetRequiredService<IRealtimeStatus>();
        await Eventually.TrueAsync(() => status.ActiveConnections == 0, text: "all connections have ended");
        var left = status.TakeSnapshot();
        Assert.Empty(left.ActiveUsers);
        Assert.Empty(left.Rooms);
        Assert.Empty(left.ResumeWatchers);
        Assert.Equal((0, 0), (left.Node.QueuedFrames, left.Node.QueuedBytes));
        Assert.Equal(left.Node.Accepted, left.Node.Closed.Values.Sum());
    }
}
