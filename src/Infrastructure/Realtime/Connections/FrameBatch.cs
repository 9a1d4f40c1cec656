using System.Buffers;
using HotGigs.Infrastructure.Realtime.Frames;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// What goes out with one write: as many frames as wait, up to a bound. A write costs far more than the bytes in it.
/// </summary>
internal sealed class FrameBatch
{
    /// <summary>Bytes of frames that are copied together; a larger one goes alone.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>Messages of one <c>batch</c> frame.</summary>
    public const int MaxFrames = 64;

    private readonly List<Frame> frames = new(MaxFrames);

    public int Count => frames.Count;

    public int Bytes { get; private set; }

    /// <summary>When the oldest change in it was committed, as <see cref="Frame.CommittedAt"/>.</summary>
    public long CommittedAt { get; private set; } = long.MaxValue;

    public IReadOnlyList<Frame> Frames => frames;

    public bool HasRoomFor(int bytes) => frames.Count == 0 || (frames.Count < MaxFrames && Bytes + bytes <= MaxBytes);

    public void Add(Frame frame)
    {
        frames.Add(frame);
        Bytes += frame.Size;
        CommittedAt = Math.Min(CommittedAt, frame.CommittedAt);
    }

    public void Clear()
    {
        frames.Clear();
        Bytes = 0;
        CommittedAt = long.MaxValue;
    }

    /// <summary>The bytes to write. They stand in <paramref name="rented"/>, which goes back to the shared pool afterwards, unless it is <c>null</c>.</summary>
    /// <param name="join">Whether the client takes several messages as one <c>batch</c> frame.</param>
    /// <param name="rented">What holds them.</param>
    public ReadOnlyMemory<byte> ToWire(bool join, out byte[]? rented)
    {
        rented = null;
        if (frames.Count == 1)
            return frames[0].Wire;

        rented = ArrayPool<byte>.Shared.Rent(Bytes + BatchFrame.Overhead(frames.Count));
        return rented.AsMemory(0, join ? BatchFrame.Write(frames, rented) : Concatenate(rented));
    }

    private int Concatenate(Span<byte> target)
    {
        var length = 0;
        foreach (var frame in frames)
        {
            frame.Wire.Span.CopyTo(target[length..]);
            length += frame.Size;
        }

        return length;
    }
}
