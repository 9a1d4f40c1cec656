using System.Diagnostics.Metrics;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;

namespace HotGigs.Infrastructure.Observability;

/// <summary>What the live connections count and time. No tag names a user, a room or anything a client has chosen.</summary>
/// <remarks>Without a listener a call costs hardly more than a null check. On the way out it is called once per write, not per frame.</remarks>
public sealed class RealtimeMetrics
{
    public const string MeterName = "HotGigs.Realtime";

    private readonly TimeProvider clock;
    private readonly Counter<long> sentFrames;
    private readonly Counter<long> sentBytes;
    private readonly Histogram<int> framesPerWrite;
    private readonly Histogram<double> deliveryDuration;
    private readonly Histogram<double> ackDuration;
    private readonly Counter<long> disconnects;
    private readonly Counter<long> refusedHandshakes;
    private readonly Counter<long> receivedMessages;
    private readonly Counter<long> refusedMessages;
    private readonly Counter<long> syncs;
    private readonly Histogram<int> syncSize;
    private long sentSoFar;

    public RealtimeMetrics(IMeterFactory meters, TimeProvider clock)
    {
        this.clock = clock;
        var meter = meters.Create(MeterName);
        sentFrames = meter.CreateCounter<long>("hotgigs.realtime.sent.frames", "{frame}", "Frames written to clients.");
        sentBytes = meter.CreateCounter<long>("hotgigs.realtime.sent.bytes", "By", "Bytes written to clients.");
        framesPerWrite = meter.CreateHistogram(
            "hotgigs.realtime.write.frames", "{frame}", "Frames that went out with one write.", advice: Buckets(1, 2, 4, 8, 16, 32, 64));
        deliveryDuration = meter.CreateHistogram(
            "hotgigs.realtime.delivery.duration", "s", "From the commit of a change until it was written; of each write, its oldest.", advice: Seconds);
        ackDuration = meter.CreateHistogram(
            "hotgigs.realtime.ack.duration", "s", "From the commit of a change until the client confirmed it; of each connection, one change at a time.", advice: Seconds);
        disconnects = meter.CreateCounter<long>("hotgigs.realtime.disconnects", "{connection}", "Connections that ended.");
        refusedHandshakes = meter.CreateCounter<long>("hotgigs.realtime.handshakes.refused", "{handshake}", "Connections that were not served.");
        receivedMessages = meter.CreateCounter<long>("hotgigs.realtime.messages.received", "{message}", "Messages of clients that could be read.");
        refusedMessages = meter.CreateCounter<long>("hotgigs.realtime.messages.refused", "{message}", "Messages of clients that were not done.");
        syncs = meter.CreateCounter<long>("hotgigs.realtime.syncs", "{sync}", "Answers to clients that came back.");
        syncSize = meter.CreateHistogram(
            "hotgigs.realtime.sync.size", "{notification}", "Notifications in an answer to a client that came back.", advice: Buckets(0, 1, 5, 20, 50, 100, 200, 300));
    }

    /// <summary>Frames written to clients since the start, counted whether anybody listens or not.</summary>
    internal long SentFrames => Interlocked.Read(ref sentSoFar);

    /// <summary>Whether anybody wants to know how long acks take.</summary>
    internal bool TimesAcks => ackDuration.Enabled;

    private static InstrumentAdvice<double> Seconds { get; } = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    /// <summary>A client that came back was answered, by whichever way it asked.</summary>
    public void Synced(SyncResult result)
    {
        var outcome = !result.Recovered ? "not_recovered" : result.More ? "page" : "recovered";
        syncs.Add(1, KeyValuePair.Create<string, object?>("outcome", outcome));
        if (result.Recovered)
            syncSize.Record(result.Notifications.Count + result.Deleted.Count);
    }

    /// <summary>One write has come to its end.</summary>
    /// <param name="frames">Frames in it.</param>
    /// <param name="bytes">Bytes of it.</param>
    /// <param name="committedAt">When the oldest change in it was committed, or <see cref="long.MaxValue"/>.</param>
    internal void Written(int frames, int bytes, long committedAt)
    {
        Interlocked.Add(ref sentSoFar, frames);
        sentFrames.Add(frames);
        sentBytes.Add(bytes);
        framesPerWrite.Record(frames);
        if (committedAt != long.MaxValue && deliveryDuration.Enabled)
            deliveryDuration.Record(clock.GetElapsedTime(committedAt).TotalSeconds);
    }

    internal void Acked(long committedAt) => ackDuration.Record(clock.GetElapsedTime(committedAt).TotalSeconds);

    internal void Disconnected(int closeCode) => disconnects.Add(1, KeyValuePair.Create<string, object?>("close_code", closeCode));

    internal void HandshakeRefused(string reason) => refusedHandshakes.Add(1, KeyValuePair.Create<string, object?>("reason", reason));

    /// <param name="type">One of the types this server knows, or <c>unknown</c>: never what the client has written.</param>
    internal void MessageReceived(string type) => receivedMessages.Add(1, KeyValuePair.Create<string, object?>("message.type", type));

    internal void MessageRefused(ErrorCode code)
    {
        if (refusedMessages.Enabled)
            refusedMessages.Add(1, KeyValuePair.Create<string, object?>("error.type", code.ToWireName()));
    }

    private static InstrumentAdvice<int> Buckets(params IReadOnlyList<int> boundaries) => new() { HistogramBucketBoundaries = boundaries };
}
