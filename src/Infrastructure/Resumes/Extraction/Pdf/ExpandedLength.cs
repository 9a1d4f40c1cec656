using System.IO.Compression;
using System.Runtime.InteropServices;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Counts the bytes that a compressed stream of a PDF expands to, without keeping them. Damage ends the count, and
/// so does going beyond the limit: a count above it only means too many.
/// </summary>
internal static class ExpandedLength
{
    private const int BufferSize = 64 * 1024;
    private const int FlateHeader = 2;

    public static long OfFlate(ReadOnlyMemory<byte> input, long limit)
    {
        if (input.Length <= FlateHeader)
            return 0;
        var bytes = MemoryMarshal.TryGetArray(input, out var array) ? array : input.ToArray();
        using var deflate = new DeflateStream(
            new MemoryStream(bytes.Array!, bytes.Offset + FlateHeader, bytes.Count - FlateHeader, writable: false), CompressionMode.Decompress);
        var buffer = new byte[BufferSize];
        long total = 0;
        try
        {
            int read;
            while (total <= limit && (read = deflate.Read(buffer)) > 0)
                total += read;
        }
        catch (InvalidDataException)
        {
            // What comes before the damage is what PdfPig will get to see of it.
        }
        return total;
    }

    public static long OfRunLength(ReadOnlySpan<byte> input, long limit)
    {
        const byte end = 128;
        long total = 0;
        for (var i = 0; i < input.Length && input[i] != end && total <= limit;)
        {
            var isCopy = input[i] < end;
            total += isCopy ? input[i] + 1 : 257 - input[i];
            i += isCopy ? input[i] + 2 : 2;
        }
        return total;
    }

    /// <summary>The longer of both ways to read the codes: which one holds is said in a dictionary that may say anything.</summary>
    public static long OfLzw(ReadOnlySpan<byte> input, long limit) =>
        Math.Max(OfLzw(input, limit, earlyChange: 1), OfLzw(input, limit, earlyChange: 0));

    // Follows the codes of ISO 32000, 7.4.4; of each sequence in the table only the length is kept.
    private static long OfLzw(ReadOnlySpan<byte> input, long limit, int earlyChange)
    {
        const int clear = 256, end = 257, first = 258, size = 4096;
        var lengths = new int[size];
        Array.Fill(lengths, 1);
        int next = first, width = 9, previous = 0, bits = 0, held = 0;
        long total = 0;
        foreach (var value in input)
        {
            held = (held << 8) | value;
            bits += 8;
            if (bits < width)
                continue;
            bits -= width;
            var code = held >> bits;
            held &= (1 << bits) - 1;
            if (code == end || total > limit)
                break;
            if (code == clear)
            {
                (next, width, previous) = (first, 9, 0);
                continue;
            }
            var length = code < next ? lengths[code] : previous + 1;
            total += length;
            if (previous > 0 && next < size)
                lengths[next++] = previous + 1;
            previous = length;
            width = (next + earlyChange) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }
        return total;
    }
}
