using System.Buffers.Binary;

namespace HotGigs.Infrastructure.Resumes.Archives;

/// <summary>
/// Counts the members that a zip archive really lists. Opening one loads its whole directory, whatever number its
/// header claims, and a directory of some hundred megabytes would take gigabytes of memory.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxCommentLength = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int EntryLength = 46;

    private static ReadOnlySpan<byte> EndSignature => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> LocatorSignature => "PK\u0006\u0007"u8;

    private static ReadOnlySpan<byte> EntrySignature => "PK\u0001\u0002"u8;

    /// <summary>
    /// Whether the archive lists more than so many members. It may name two directories, one of them in the fields of
    /// 64 bits: whichever a reader takes, it must not be too long. One that is not found lists none.
    /// </summary>
    public static bool HasMoreThan(Stream content, int limit)
    {
        var tail = new byte[Math.Min(content.Length, EndLength + MaxCommentLength)];
        if (!TryRead(content, content.Length - tail.Length, tail))
            return false;
        // Where a whole record follows, as readers look for it: not in the last bytes of a comment.
        var end = tail.AsSpan(0, Math.Max(0, tail.Length - EndLength + EndSignature.Length)).LastIndexOf(EndSignature);
        return end >= 0
            && (ListsMoreThan(content, BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), limit)
                || (StartIn64(content, content.Length - tail.Length + end) is { } start && ListsMoreThan(content, start, limit)));
    }

    private static bool ListsMoreThan(Stream content, long position, int limit)
    {
        Span<byte> entry = stackalloc byte[EntryLength];
        for (var count = 0; count <= limit; count++)
        {
            if (!TryRead(content, position, entry) || !entry.StartsWith(EntrySignature))
                return false;
            position += EntryLength + Short(entry, 28) + Short(entry, 30) + Short(entry, 32);
        }

        return true;
    }

    /// <summary>Where the directory begins by the fields of 64 bits; <c>null</c> without them.</summary>
    private static long? StartIn64(Stream content, long end)
    {
        Span<byte> locator = stackalloc byte[LocatorLength];
        Span<byte> start = stackalloc byte[sizeof(long)];
        return TryRead(content, end - LocatorLength, locator)
            && locator.StartsWith(LocatorSignature)
            && TryRead(content, BinaryPrimitives.ReadInt64LittleEndian(locator[8..]) + 48, start)
            ? BinaryPrimitives.ReadInt64LittleEndian(start)
            : null;
    }

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static bool TryRead(Stream content, long position, Span<byte> into)
    {
        if (position < 0 || position > content.Length - into.Length)
            return false;
        content.Position = position;
        return content.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) == into.Length;
    }
}
