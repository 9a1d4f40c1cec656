using System.Diagnostics;
using System.Text.Json;

namespace HotGigs.Bench.WritePath;

/// <summary>
/// The recipients' connections, in a process of their own, so that what they cost is not counted as the server's.
/// </summary>
internal sealed class Listeners : IAsyncDisposable
{
    public const string Command = "listen";

    private readonly Process process;

    private Listeners(Process process) => this.process = process;

    public static async Task<Listeners> StartAsync(string server, int recipients)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Command, server, $"{recipients}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var listeners = new Listeners(Process.Start(start) ?? throw new InvalidOperationException("The listeners did not start."));
        await listeners.ReadAsync();
        return listeners;
    }

    /// <summary>Waits until this many frames have come in all, or until none comes any more.</summary>
    public async Task<Heard> HearAsync(long expected)
    {
        await process.StandardInput.WriteLineAsync($"{expected}");
        return await ReadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<Heard> ReadAsync() =>
        await process.StandardOutput.ReadLineAsync() is { } line
            ? JsonSerializer.Deserialize<Heard>(line)!
            : throw new InvalidOperationException("The listeners have died.");
}

/// <summary>What has come on all connections since they were opened.</summary>
/// <param name="Frames">Notifications.</param>
/// <param name="OutOfLine">Those whose <c>seq</c> was not the one after that of the frame before: lost, doubled or in another order.</param>
internal sealed record Heard(long Frames, long OutOfLine);
