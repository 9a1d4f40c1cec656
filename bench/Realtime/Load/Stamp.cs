using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;

namespace HotGigs.Bench.Realtime.Load;

/// <summary>What every message carries in its text, so that its arrival can be checked and timed: <c>@run.sender.number.at@</c>.</summary>
/// <param name="Run">The measurement it belongs to.</param>
/// <param name="Sender">Who sent it, counted from 0; the messages of one sender have an order.</param>
/// <param name="Number">Its place among those of the sender, counted from 1.</param>
/// <param name="At">When it was sent, in ticks of <see cref="Stopwatch"/>.</param>
internal readonly record struct Stamp(int Run, int Sender, int Number, long At)
{
    private const byte Mark = (byte)'@';

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"@{Run}.{Sender}.{Number}.{At}@");

    /// <summary>Reads the first stamp of a message.</summary>
    public static bool TryFind(ReadOnlySpan<byte> message, out Stamp stamp)
    {
        stamp = default;
        var start = message.IndexOf(Mark);
        if (start < 0)
            return false;
        var rest = message[(start + 1)..];
        if (!TryTake(ref rest, out var run) || !TryTake(ref rest, out var sender) || !TryTake(ref rest, out var number)
            || !TryTake(ref rest, out var at))
            return false;
        stamp = new Stamp((int)run, (int)sender, (int)number, at);
        return true;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> text, out long value)
    {
        if (!Utf8Parser.TryParse(text, out value, out var length) || length == text.Length)
            return false;
        text = text[(length + 1)..];
        return true;
    }
}
