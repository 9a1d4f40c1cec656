using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace HotGigs.Tests.Shared.Servers;

/// <summary>The built program as a process of its own: for what only a real start and a real end can show.</summary>
public sealed partial class HotGigsProcess : IServer, IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private HotGigsProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    public Uri Address => Listening() ?? throw new InvalidOperationException($"The server does not listen:\n{Output}");

    /// <summary>What it has written so far.</summary>
    public string Output => string.Join('\n', output);

    public bool HasExited => process.HasExited;

    /// <summary>Starts the program and waits until it listens, ready or not.</summary>
    /// <param name="dataFolder">Kept when the process ends, so that another one can take it over.</param>
    /// <param name="settings">Settings by name, such as <c>Jwt:SigningKey</c>; <c>null</c> takes one away.</param>
    public static async Task<HotGigsProcess> ListenAsync(string dataFolder, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var server = Start(ServerSettings.Arguments(dataFolder, settings));
        await Eventually.TrueAsync(() => server.HasExited || server.Listening() is not null);
        return server.HasExited ? throw new InvalidOperationException($"The server did not start:\n{server.Output}") : server;
    }

    /// <summary>Starts the program and waits until it is ready to serve.</summary>
    public static async Task<HotGigsProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var server = await ListenAsync(dataFolder, settings);
        await Eventually.GetAsync(server.ReadinessAsync, status => status == HttpStatusCode.OK);
        return server;
    }

    /// <summary>Runs the program until it ends by itself.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string dataFolder, IReadOnlyDictionary<string, string?>? settings = null, params string[] more)
    {
        await using var server = Start([.. more, .. ServerSettings.Arguments(dataFolder, settings)]);
        await server.process.WaitForExitAsync().WaitAsync(Eventually.Deadline);
        return (server.process.ExitCode, server.Output);
    }

    /// <summary>What it answers to a load balancer that asks whether it can serve.</summary>
    public async Task<HttpStatusCode> ReadinessAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.StatusCode;
    }

    /// <summary>Ends it as a power cut would: SIGKILL, nothing is flushed or given back.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Eventually.Deadline);
    }

    /// <summary>Asks it to end, as a deployment does: SIGTERM.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(Eventually.Deadline);
        if (kill.ExitCode != 0)
            throw new InvalidOperationException("The signal was not sent.");
    }

    /// <summary>Waits until it has ended.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Eventually.Deadline);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static HotGigsProcess Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HotGigs.WebApi.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // Only what the test says: nothing of the machine it runs on.
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);

        var server = new HotGigsProcess(new Process { StartInfo = start });
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    private static bool IsSetting(string variable) =>
        variable.Contains("__", StringComparison.Ordinal)
        || variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || variable is "DOTNET_ENVIRONMENT";

    private void Keep(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }

    private Uri? Listening() =>
        output.Select(line => ListeningLine().Match(line)).FirstOrDefault(match => match.Success) is { } found
            ? new Uri(found.Groups[1].Value)
            : null;

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex ListeningLine();
}
