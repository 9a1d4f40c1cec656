namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>The <c>batch</c> frame: several messages in one, for a client that asked for it.</summary>
internal static class BatchFrame
{
    private static ReadOnlySpan<byte> Head => "{\"type\":\"batch\",\"messages\":["u8;

    private static ReadOnlySpan<byte> Tail => "]}"u8;

    /// <summary>How many bytes more than its messages a write of them needs at most.</summary>
    public static int Overhead(int messages) => messages * (WireFrame.MaxHeader + Head.Length + Tail.Length);

    /// <summary>Writes frames, every run of two or more messages as one <c>batch</c>; a control frame stands alone, in its place.</summary>
    /// <returns>How many bytes were written.</returns>
    public static int Write(IReadOnlyList<Frame> frames, Span<byte> target)
    {
        var length = 0;
        for (var first = 0; first < frames.Count;)
        {
            var end = first;
            while (end < frames.Count && frames[end].IsMessage)
                end++;

            if (end - first >= 2)
            {
                length += WriteRun(frames, first, end, target[length..]);
            }
            else
            {
                end = first + 1;
                frames[first].Wire.Span.CopyTo(target[length..]);
                length += frames[first].Size;
            }

            first = end;
        }

        return length;
    }

    private static int WriteRun(IReadOnlyList<Frame> frames, int first, int end, Span<byte> target)
    {
        var payload = Head.Length + Tail.Length + (end - first - 1);
        for (var i = first; i < end; i++)
            payload += frames[i].Utf8.Length;

        var length = WireFrame.WriteHeader(target, WireFrame.Text, payload);
        Head.CopyTo(target[length..]);
        length += Head.Length;
        for (var i = first; i < end; i++)
        {
            if (i > first)
                target[length++] = (byte)',';
            frames[i].Utf8.Span.CopyTo(target[length..]);
            length += frames[i].Utf8.Length;
        }

        Tail.CopyTo(target[length..]);
        return length + Tail.Length;
    }
}
