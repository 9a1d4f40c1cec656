using System.Diagnostics;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;

namespace HotGigs.Bench.WritePath;

/// <summary>What is told to one user while an announcement goes to thousands.</summary>
internal static class AnnouncementReport
{
    private const int Rounds = 2;
    private const int Audience = 10_000;
    private const int Alone = 300;

    public static async Task RunAsync(Func<BenchDatabase> database)
    {
        await using var server = await BenchServer.StartAsync(database(), isNaive: false);
        await server.RegisterCandidatesAsync(Audience);
        var workload = new Workload(server);
        await workload.SaturateAsync(8, TimeSpan.FromSeconds(2));

        Console.WriteLine("| announcement to | total | singles alone, ms: p50 · p99 | meanwhile: p50 · p99 | how much longer than alone: p99 |");
        Console.WriteLine("|---|---|---|---|---|");
        for (var round = 0; round < Rounds; round++)
        {
            var alone = await workload.SendSteadilyAsync(Task.CompletedTask, atLeast: Alone);
            var announcing = Task.Run(() => AnnounceAsync(server));
            var meanwhile = await workload.SendSteadilyAsync(announcing);
            var (told, time) = await announcing;
            // All connected recipients are candidates too, and get it.
            var heard = await workload.HearAsync(alone.Count + meanwhile.Count + BenchServer.Recipients);
            if (heard.OutOfLine > 0)
                throw new InvalidOperationException($"{heard.OutOfLine} notifications came out of order.");

            Console.WriteLine(
                $"| {told:#,0} | {time.TotalSeconds:0.0} s | {alone.At(0.5):0.0} · {alone.At(0.99):0.0} "
                + $"| {meanwhile.At(0.5):0.0} · {meanwhile.At(0.99):0.0} | {meanwhile.At(0.99) - alone.At(0.5):0.0} |");
        }

        Console.WriteLine();
    }

    private static async Task<(int Told, TimeSpan Time)> AnnounceAsync(BenchServer server)
    {
        var started = Stopwatch.GetTimestamp();
        var told = await server.SendAsync(new NotifySystemAnnouncement(
            Guid.CreateVersion7(), Room.Candidates, "Tonight", "We are down for an hour.", null, null));
        return (told.NotificationIds.Count, Stopwatch.GetElapsedTime(started));
    }
}
