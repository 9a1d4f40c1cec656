using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Client;

namespace HotGigs.Bench.WritePath;

/// <summary>The process that listens: answers each number it is given once that many frames have come.</summary>
internal sealed class ListenerProgram(Uri server)
{
    /// <summary>How long no frame comes before the rest counts as lost.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    private static readonly string[] Roles = ["candidate"];

    private long frames;
    private long outOfLine;

    public async Task RunAsync(int recipients)
    {
        for (var recipient = 0; recipient < recipients; recipient++)
            await ConnectAsync(BenchServer.NameOf(recipient));
        Answer();
        while (await Console.In.ReadLineAsync() is { } expected)
        {
            await WaitAsync(long.Parse(expected, CultureInfo.InvariantCulture));
            Answer();
        }
    }

    private async Task ConnectAsync(string user)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var answer = await http.PostAsJsonAsync("/dev/token", new { sub = user, name = user, email = $"{user}@example.com", roles = Roles });
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        var connection = await HotGigsConnection.ConnectAsync(new() { Server = server, Token = _ => ValueTask.FromResult(token) });
        var greeted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = ReadAsync(connection, greeted);
        await greeted.Task;
        _ = PingAsync(connection);
    }

    /// <summary>Who is silent is taken for gone.</summary>
    private static async Task PingAsync(HotGigsConnection connection)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(20));
        while (await beat.WaitForNextTickAsync())
            await connection.PingAsync();
    }

    private async Task ReadAsync(HotGigsConnection connection, TaskCompletionSource greeted)
    {
        long seq = 0;
        await foreach (var frame in connection.ReadFramesAsync())
        {
            switch (frame.Read())
            {
                case ConnectedFrame connected:
                    seq = connected.Seq ?? throw new InvalidOperationException("The server did not say where the feed stands.");
                    greeted.SetResult();
                    break;
                case NotificationFrame notification:
                    if (notification.Seq != seq + 1)
                        Interlocked.Increment(ref outOfLine);
                    seq = notification.Seq ?? seq;
                    Interlocked.Increment(ref frames);
                    break;
            }
        }
    }

    private async Task WaitAsync(long expected)
    {
        var before = -1L;
        var since = TimeProvider.System.GetTimestamp();
        while (Interlocked.Read(ref frames) is var now && now < expected)
        {
            if (now != before)
                (before, since) = (now, TimeProvider.System.GetTimestamp());
            else if (TimeProvider.System.GetElapsedTime(since) > Silence)
                return;
            await Task.Delay(1);
        }
    }

    private void Answer() => Console.Out.WriteLine(JsonSerializer.Serialize(new Heard(Interlocked.Read(ref frames), Interlocked.Read(ref outOfLine))));
}
