using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>A server in a process of its own, and what that process has used.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan QuietStep = TimeSpan.FromMilliseconds(400);

    private readonly Process process;

    private ServerProcess(Process process)
    {
        this.process = process;
        AppDomain.CurrentDomain.ProcessExit += EndWithUs;
    }

    /// <summary>Processor time since its start, in user and kernel mode, as the system accounts for it.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory in KiB.</summary>
    public long ResidentKiB
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(one => one.StartsWith("VmRSS:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="endPoint">Where it will listen.</param>
    public static async Task<ServerProcess> StartAsync(
        IReadOnlyList<string> command, string folder, IReadOnlyDictionary<string, string> environment, IPEndPoint endPoint)
    {
        var server = new ServerProcess(Start(command, folder, environment));
        for (var deadline = Stopwatch.StartNew(); !await ListensAsync(endPoint);)
        {
            if (server.HasExited || deadline.Elapsed > TimeSpan.FromSeconds(60))
            {
                await server.DisposeAsync();
                throw new InvalidOperationException($"'{string.Join(' ', command)}' does not listen.");
            }

            await Task.Delay(50);
        }

        return server;
    }

    /// <summary>
    /// Waits until it has nothing left to do from before, ten seconds at most: what was called often is compiled once more
    /// in the background, and would count for what comes next.
    /// </summary>
    public async Task SettleAsync()
    {
        var limit = Stopwatch.StartNew();
        var before = TimeSpan.Zero;
        for (var used = Cpu; used - before > QuietStep / 10 && limit.Elapsed < TimeSpan.FromSeconds(10); used = Cpu)
        {
            before = used;
            await Task.Delay(QuietStep);
        }
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task RunAsync(
        IReadOnlyList<string> command, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(command, folder, environment ?? new Dictionary<string, string>());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', command)}' failed with {process.ExitCode}.");
    }

    /// <summary>A port of this machine that nobody listens on.</summary>
    public static IPEndPoint FreeEndPoint()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithUs;
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start(IReadOnlyList<string> command, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' could not be started.");
        // What it says is not of interest, but has to be read, or it would come to wait.
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    // Whoever ends the bench half way does not want to look for what it has left behind.
    private void EndWithUs(object? sender, EventArgs args) => process.Kill();

    private static async Task<bool> ListensAsync(IPEndPoint endPoint)
    {
        using var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(endPoint);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
