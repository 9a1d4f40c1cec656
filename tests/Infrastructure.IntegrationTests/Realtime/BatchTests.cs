using System.Text.Json;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class BatchTests
{
    [Fact]
    public void What_waits_goes_out_with_one_write()
    {
        var batch = BatchOf(FrameOf("a"), FrameOf("b"), Pong, FrameOf("c"));

        var wire = batch.ToWire(join: false, out _);

        Assert.Equal([.. FrameOf("a").Wire.Span, .. FrameOf("b").Wire.Span, .. Pong.Wire.Span, .. FrameOf("c").Wire.Span], wire.ToArray());
    }

    [Fact]
    public void A_frame_alone_is_not_copied()
    {
        var frame = FrameOf("alone");

        var wire = BatchOf(frame).ToWire(join: true, out var rented);

        Assert.Null(rented);
        Assert.Equal(frame.Wire, wire);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(10, 5)]
    [InlineData(64, 200)]
    public void Messages_become_one_batch_frame_for_who_asked(int count, int length)
    {
        var frames = Enumerable.Range(0, count).Select(i => FrameOf($"{i}{new string('x', length)}")).ToArray();

        var (header, payload) = Split(BatchOf(frames).ToWire(join: true, out _).Span);

        Assert.Equal(WireFrame.Text, header);
        var batch = JsonElement.Parse(payload);
        Assert.Equal("batch", batch.GetProperty("type").GetString());
        Assert.Equal(frames.Select(NameOf), batch.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("type").GetString()));
    }

    [Fact]
    public void A_control_frame_keeps_its_place_between_batches()
    {
        var close = WireFrame.Closing(4440, "Too slow.");

        var wire = BatchOf(FrameOf("a"), FrameOf("b"), Pong, FrameOf("c"), close).ToWire(join: true, out _).Span;

        var (_, messages) = Split(wire, out var used);
        Assert.Equal("batch", JsonElement.Parse(messages).GetProperty("type").GetString());
        Assert.Equal([.. Pong.Wire.Span, .. FrameOf("c").Wire.Span, .. close.Wire.Span], wire[used..].ToArray());
    }

    [Fact]
    public void A_batch_is_bounded_in_messages_and_bytes()
    {
        var batch = new FrameBatch();
        while (batch.HasRoomFor(FrameOf("x").Size))
            batch.Add(FrameOf("x"));
        Assert.Equal(FrameBatch.MaxFrames, batch.Count);

        batch.Clear();
        var large = FrameOf(new string('x', FrameBatch.MaxBytes));
        Assert.True(batch.HasRoomFor(large.Size));
        batch.Add(large);
        Assert.False(batch.HasRoomFor(1));
    }

    [Fact]
    public async Task A_client_that_asked_for_batches_gets_what_came_in_meanwhile_as_one()
    {
        await using var host = await RealtimeHost.StartAsync();
        var head = new TaskCompletionSource<FeedSnapshot>();
        host.Application.FeedHead = _ => head.Task;
        using var joined = await host.OpenAsync(path: "/?batch=1");
        using var plain = await host.OpenAsync("bob");
        await Eventually.TrueAsync(() => host.Registry.Count == 2, text: "both there");
        foreach (var connection in host.Registry.Users.All)
        {
            connection.Enqueue(FrameOf("first"));
            connection.Enqueue(FrameOf("second"));
        }

        head.SetResult(new FeedSnapshot("epoch-1", 7, 3, 2));

        var messages = (await joined.ReceiveAsync()).GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("type").GetString());
        Assert.Equal(["connected", "first", "second"], messages);
        foreach (var type in new[] { "connected", "first", "second" })
            Assert.Equal(type, (await plain.ReceiveAsync()).GetProperty("type").GetString());
    }

    private static Frame Pong => Frame.OfWire([0x8A, 2, 1, 2]);

    private static FrameBatch BatchOf(params Frame[] frames)
    {
        var batch = new FrameBatch();
        foreach (var frame in frames)
            batch.Add(frame);
        return batch;
    }

    private static Frame FrameOf(string name) => Frame.Create(name, 0, static (_, _) => { });

    private static string? NameOf(Frame frame) => JsonElement.Parse(frame.Utf8.Span).GetProperty("type").GetString();

    private static (byte First, byte[] Payload) Split(ReadOnlySpan<byte> wire)
    {
        var split = Split(wire, out var used);
        Assert.Equal(wire.Length, used);
        return split;
    }

    private static (byte First, byte[] Payload) Split(ReadOnlySpan<byte> wire, out int used)
    {
        var (header, length) = wire[1] switch
        {
            126 => (4, (wire[2] << 8) | wire[3]),
            < 126 => (2, wire[1]),
            _ => throw new InvalidOperationException("Longer than any batch."),
        };
        used = header + length;
        return (wire[0], wire.Slice(header, length).ToArray());
    }
}
