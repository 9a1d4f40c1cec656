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
    private const uint In64 = uint.MaxValue;

    private static ReadOnlySpan<byte> EndSignature => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> LocatorSignature => "PK\u0006\u0007"u8;

    private static ReadOnlySpan<byte> EntrySignature => "PK\u0001\u0002"u8;

    /// <summary>Whether the archive lists more than so many members. One whose directory is not found lists none.</summary>
    public static bool HasMoreThan(Stream content, int limit)
    {
        if (StartOf(content) is not { } position)
            return false;
        Span<byte> entry = stackalloc byte[EntryLength];
        for (var count = 0; count <= limit; count++)
        {
            if (!TryRead(content, position, entry) || !entry.StartsWith(EntrySignature))
                return false;
            position += EntryLength + Short(entry, 28) + Short(entry, 30) + Short(entry, 32);
        }

        return true;
    }

    private static long? StartOf(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, EndLength + MaxCommentLength)];
        if (!TryRead(content, content.Length - tail.Length, tail))
            return null;
        var end = tail.AsSpan().LastIndexOf(EndSignature);
        if (end < 0 || end + EndLength > tail.Length)
            return null;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return start == In64 ? StartIn64(content, content.Length - tail.Length + end) : start;
    }

    /// <summary>Where the directory begins in an archive with the fields of 64 bits.</summary>
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
