using System.Text;
using System.Text.Json;
using HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Hostile;

/// <summary>Does the steps of one run over one connection, and lets nothing pass that a server must not answer.</summary>
internal sealed class FuzzClient(RawSocket socket, ConnectionRegistry registry, string user, string token) : IDisposable
{
    private static readonly HashSet<string> Types =
    [
        "connected", "pong", "watching", "unwatched", "joined_room", "left_room", "resume_progress", "error", "sync_result", "presence",
        "typing", "token_refreshed", "room_message",
    ];

    // Not "unavailable": nothing fails here for another reason than what the client has sent.
    private static readonly HashSet<string> Errors =
        ["malformed_json", "unknown_type", "validation_failed", "not_found", "forbidden", "unauthenticated", "rate_limited"];

    private static readonly HashSet<int> CloseCodes = [1000, 1001, 1002, 1007, 1009, 4400, 4429, 4440];

    private readonly SemaphoreSlim mayRead = new(1);

    /// <summary>Frames that came, of all kinds.</summary>
    public int Received { get; private set; }

    /// <summary>What the server closed with; 1006 where it did not.</summary>
    public int ClosedWith { get; private set; } = 1006;

    public void Dispose() => mayRead.Dispose();

    public async Task RunAsync(FuzzRun run)
    {
        // What is half sent when it ends will never be whole, and hides the close that follows.
        var isGarbled = run.Steps.Any(step => step.Kind is FuzzKind.BrokenFrame or FuzzKind.Noise);
        var isCutOff = isGarbled || run.End is FuzzEnd.Abort or FuzzEnd.StopSending;
        // After a breach of the protocol the server does not wait for what the client still sends: then the network may
        // drop what has not been read yet, the close too.
        var mayBreach = isGarbled || run.Steps.Any(step => step.Kind is FuzzKind.BrokenMessage or FuzzKind.Fragments);
        var reading = ReadAsync(mayBreakOff: isCutOff || mayBreach);
        foreach (var step in run.Steps)
            await DoAsync(step.Kind, new Random(step.Chance));
        await EndAsync(run.End);
        if (isCutOff && run.End != FuzzEnd.Abort)
            socket.TryEndSending();
        await reading;
        Assert.True(isCutOff || mayBreach || ClosedWith != 1006, "The server ended the connection without a close.");
    }

    private async Task DoAsync(FuzzKind kind, Random random)
    {
        switch (kind)
        {
            case FuzzKind.Message:
                await SendAsync(RawFrame.OfText(FuzzMessages.Right(random, token)).ToWire());
                break;
            case FuzzKind.BrokenMessage:
                await SendAsync(RawFrame.Of(random.Next(20) == 0 ? 2 : 1, FuzzMessages.Broken(random, token)).ToWire());
                break;
            case FuzzKind.Fragments:
                await SendFragmentsAsync(random);
                break;
            case FuzzKind.Control:
                await SendAsync(RawFrame.Of(random.Next(9, 11), Bytes(random, random.Next(126))).ToWire());
                break;
            case FuzzKind.BrokenFrame:
                await SendAsync([.. Bytes(random, random.Next(1, 15)), .. Bytes(random, random.Next(300))]);
                break;
            case FuzzKind.Noise:
                await SendAsync(Bytes(random, random.Next(20_000)));
                break;
            case FuzzKind.Burst:
                await SendAsync([.. Enumerable.Range(0, random.Next(200)).SelectMany(_ => RawFrame.OfText(FuzzMessages.Right(random, token)).ToWire())]);
                break;
            case FuzzKind.LiveFrames:
                SendFromServer(random);
                break;
            case FuzzKind.Pause:
                await Task.Delay(random.Next(5));
                break;
            default:
                await StopReadingAsync(random);
                break;
        }
    }

    private async Task SendFragmentsAsync(Random random)
    {
        var message = random.Next(3) == 0 ? FuzzMessages.Broken(random, token) : Encoding.UTF8.GetBytes(FuzzMessages.Right(random, token));
        for (var at = 0; ;)
        {
            var size = Math.Min(random.Next(40), message.Length - at);
            // Now and then the last one never comes, or the first one twice.
            var isLast = at + size >= message.Length && random.Next(30) != 0;
            await SendAsync(RawFrame.Of(at == 0 && (size > 0 || random.Next(2) == 0) ? 1 : 0, message[at..(at + size)], isLast).ToWire());
            at += size;
            if (at >= message.Length)
                return;
            if (random.Next(4) == 0)
                await SendAsync(RawFrame.Ping(Bytes(random, random.Next(126))).ToWire());
        }
    }

    private void SendFromServer(Random random)
    {
        var count = random.Next(100) == 0 ? 2_000 : random.Next(50);
        foreach (var connection in registry.Users.Of(user))
        {
            for (var i = 0; i < count; i++)
                connection.Enqueue(MembershipFrames.JoinedRoom(new string('x', random.Next(400)), default));
        }
    }

    private async Task StopReadingAsync(Random random)
    {
        await mayRead.WaitAsync();
        try
        {
            foreach (var connection in registry.Users.Of(user).ToArray())
            {
                for (var i = 0; i < 300 && !connection.IsClosing; i++)
                    connection.Enqueue(MembershipFrames.JoinedRoom(new string('x', random.Next(20_000)), default));
            }
        }
        finally
        {
            mayRead.Release();
        }
    }

    private async Task EndAsync(FuzzEnd end)
    {
        switch (end)
        {
            case FuzzEnd.Abort:
                socket.Reset();
                break;
            case FuzzEnd.Close:
                await SendAsync(RawFrame.Close(1000, "done").ToWire());
                break;
            case FuzzEnd.ServerCloses:
                foreach (var connection in registry.Users.Of(user))
                    connection.Close(CloseCode.GoingAway, "Bye.");
                break;
        }
    }

    private async Task ReadAsync(bool mayBreakOff)
    {
        try
        {
            while (true)
            {
                await mayRead.WaitAsync();
                mayRead.Release();
                if (await socket.TryReceiveAsync() is not { } frame)
                    return;

                Assert.True(ClosedWith == 1006, "A frame follows the close.");
                Received++;
                await CheckAsync(frame);
            }
        }
        catch (Exception end) when (mayBreakOff && end is IOException or ObjectDisposedException or NotSupportedException)
        {
            // Within a frame: the network is gone for both as soon as one of them has ended it.
        }
    }

    private async Task CheckAsync(RawFrame frame)
    {
        if (frame.Opcode == 8)
        {
            ClosedWith = frame.CloseCode;
            Assert.Contains(frame.CloseCode, CloseCodes);
            await socket.TrySendAsync(RawFrame.Close(1000));
        }
        else if (frame.IsMessage)
        {
            Check(JsonElement.Parse(frame.Payload), mayBeBatch: true);
        }
    }

    private static void Check(JsonElement message, bool mayBeBatch)
    {
        var type = message.GetProperty("type").GetString()!;
        if (mayBeBatch && type == "batch")
        {
            foreach (var each in message.GetProperty("messages").EnumerateArray())
                Check(each, mayBeBatch: false);
            return;
        }

        Assert.Contains(type, Types);
        if (type == "error")
            Assert.Contains(message.GetProperty("code").GetString()!, Errors);
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private Task SendAsync(byte[] wire) => socket.TrySendAsync(wire);
}
