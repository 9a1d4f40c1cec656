using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>A connection that is written to without a pause, while pings go in: no frame stands inside another, and none is lost or doubled.</summary>
public sealed class InterleavingTests
{
    private const string BatchHead = """{"type":"batch","messages":[""";

    [Theory]
    [InlineData("/")]
    [InlineData("/?batch=1")]
    public async Task Pongs_pings_messages_and_the_close_are_each_whole_and_in_order(string path)
    {
        await using var host = await RealtimeHost.StartAsync(new() { ["Realtime:KeepAliveInterval"] = "00:00:01" });
        using var client = await RawSocket.ConnectAsync(host, path: path);
        var connection = host.Registry.Users.All.Single();
        using var feed = new Feed(connection, host.Clock);
        var sending = Task.Run(feed.RunAsync, TestContext.Current.CancellationToken);
        var pinging = Task.Run(() => feed.PingAsync(client), TestContext.Current.CancellationToken);

        // Until the server has sent a ping by itself, too.
        var close = await feed.ReadAsync(client);

        await Task.WhenAll(sending, pinging);
        Assert.Equal(1001, close.CloseCode);
        Assert.Equal("The end.", Encoding.UTF8.GetString(close.Payload.AsSpan(2)));
        await client.TrySendAsync(RawFrame.Close(1001));
        Assert.Null(await client.TryReceiveAsync());
        Assert.Empty(feed.Sent);
        Assert.True(feed.Messages > 1_000 && feed.Pongs == 1_000, $"{feed.Messages} messages and {feed.Pongs} pongs are no run.");
    }

    /// <summary>What is written to the connection, and checked to the byte when it arrives.</summary>
    private sealed class Feed(ClientConnection connection, FakeTimeProvider clock) : IDisposable
    {
        private readonly SemaphoreSlim credit = new(600);
        private readonly SemaphoreSlim pings = new(50);
        private readonly ConcurrentQueue<byte[]> pinged = new();
        private volatile bool isOver;

        public ConcurrentQueue<ReadOnlyMemory<byte>> Sent { get; } = new();

        public int Messages { get; private set; }

        public int Pongs { get; private set; }

        public void Dispose()
        {
            credit.Dispose();
            pings.Dispose();
        }

        public async Task RunAsync()
        {
            var random = new Random(7);
            for (var i = 0; !isOver; i++)
            {
                await credit.WaitAsync();
                // Of all forms of length: mostly small, some beyond what is copied together, some beyond 64 KB.
                var size = i % 100 == 0 ? random.Next(70_000) : i % 10 == 0 ? random.Next(2_000) : random.Next(200);
                var frame = MembershipFrames.JoinedRoom($"{i}-{new string('x', size / 2)}", default);
                Sent.Enqueue(frame.Utf8);
                connection.Enqueue(frame);
            }

            connection.Close(Infrastructure.Realtime.CloseCode.GoingAway, "The end.");
        }

        public async Task PingAsync(RawSocket client)
        {
            for (var i = 0; i < 1_000; i++)
            {
                await pings.WaitAsync();
                var payload = RandomNumberGenerator.GetBytes(RandomNumberGenerator.GetInt32(1, 126));
                pinged.Enqueue(payload);
                await client.TrySendAsync(RawFrame.Ping(payload));
            }
        }

        /// <returns>The close.</returns>
        public async Task<RawFrame> ReadAsync(RawSocket client)
        {
            while (true)
            {
                var frame = await client.ReceiveAsync();
                switch (frame.Opcode)
                {
                    case 8:
                        return frame;
                    case 9:
                        isOver = true;
                        break;
                    case 10:
                        Assert.True(pinged.TryDequeue(out var payload));
                        Assert.Equal(payload, frame.Payload);
                        Pongs++;
                        pings.Release();
                        break;
                    default:
                        Check(frame.Payload);
                        // The server pings only whom it does not hear any more.
                        if (Pongs == 1_000 && !isOver && Messages % 100 == 0)
                            clock.Advance(TimeSpan.FromSeconds(1));
                        break;
                }
            }
        }

        private void Check(ReadOnlySpan<byte> received)
        {
            if (!received.StartsWith(Encoding.ASCII.GetBytes(BatchHead)))
            {
                CheckNext(ref received);
                Assert.True(received.IsEmpty);
                return;
            }

            received = received[BatchHead.Length..];
            do
                CheckNext(ref received);
            while (Skip(ref received, (byte)','));
            Assert.True(received.SequenceEqual("]}"u8), "A batch ends with its last message.");
        }

        private void CheckNext(ref ReadOnlySpan<byte> received)
        {
            Assert.True(Sent.TryDequeue(out var expected), "More came than was sent.");
            Assert.True(received.StartsWith(expected.Span), $"Message {Messages} is not what was sent.");
            received = received[expected.Length..];
            Messages++;
            credit.Release();
        }

        private static bool Skip(ref ReadOnlySpan<byte> text, byte first)
        {
            if (text.IsEmpty || text[0] != first)
                return false;
            text = text[1..];
            return true;
        }
    }
}
