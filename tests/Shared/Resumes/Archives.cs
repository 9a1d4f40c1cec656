using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HotGigs.Tests.Shared.Resumes;

/// <summary>Zip archives as people, and those who mean harm, make them.</summary>
public static class Archives
{
    private const int LocalHeader = 30;
    private const int DirectoryEntry = 46;

    /// <summary>An archive of files under these names, which may be paths.</summary>
    public static byte[] Of(params (string Name, byte[] Content)[] members)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return content.ToArray();
    }

    public static byte[] Of(params SampleFile[] members) => Of([.. members.Select(member => (member.Name, member.Content))]);

    /// <summary>Marks a member as encrypted, as password protection does.</summary>
    public static byte[] Encrypted(byte[] archive, string name)
    {
        var copy = archive.ToArray();
        copy[EntryOf(copy, name) + 8] |= 1;
        copy[StartOf(copy, name) + 6] |= 1;
        return copy;
    }

    /// <summary>Spoils a member's content and leaves the others as they are.</summary>
    public static byte[] Damaged(byte[] archive, string name)
    {
        var copy = archive.ToArray();
        var data = StartOf(copy, name) + LocalHeader + Encoding.UTF8.GetByteCount(name);
        for (var at = data + 4; at < data + 12; at++)
            copy[at] ^= 0x5A;
        return copy;
    }

    /// <summary>Declares another checksum for a member.</summary>
    public static byte[] WithOtherChecksum(byte[] archive, string name)
    {
        var copy = archive.ToArray();
        copy[EntryOf(copy, name) + 16] ^= 0xFF;
        return copy;
    }

    /// <summary>Declares that a member is as small as this, whatever comes out of it.</summary>
    public static byte[] Understated(byte[] archive, string name, uint size)
    {
        var copy = archive.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(EntryOf(copy, name) + 24), size);
        return copy;
    }

    /// <summary>Lists the only member of an archive so many times, all with the same packed bytes.</summary>
    public static byte[] Repeated(byte[] archive, int times)
    {
        var end = archive.Length - 22;
        var start = (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(end + 16));
        var entry = archive[start..end];
        byte[] copy = [.. archive[..start], .. Enumerable.Repeat(entry, times).SelectMany(bytes => bytes), .. archive[end..]];
        end = copy.Length - 22;
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(end + 8), (ushort)times);
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(end + 10), (ushort)times);
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(end + 12), (uint)(times * entry.Length));
        return copy;
    }

    /// <summary>Names a list of one member beside the whole one, which only the fields of 64 bits lead to.</summary>
    public static byte[] BehindADecoy(byte[] archive)
    {
        var end = archive.Length - 22;
        var start = (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(end + 16));
        var entry = DirectoryEntry
            + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(start + 28))
            + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(start + 30));
        var record = new byte[56];
        "PK\u0006\u0006"u8.CopyTo(record);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(4), record.Length - 12);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(end + 10));
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(24), count);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(32), count);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(40), end - start);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(48), start);
        var locator = new byte[20];
        "PK\u0006\u0007"u8.CopyTo(locator);
        BinaryPrimitives.WriteInt64LittleEndian(locator.AsSpan(8), end + 1 + entry);
        BinaryPrimitives.WriteInt32LittleEndian(locator.AsSpan(16), 1);
        var last = archive[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(last.AsSpan(8), ushort.MaxValue);
        BinaryPrimitives.WriteUInt16LittleEndian(last.AsSpan(10), ushort.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(last.AsSpan(16), (uint)end + 1);
        return [.. archive[..end], 0, .. archive[start..(start + entry)], .. record, .. locator, .. last];
    }

    /// <summary>Ends an archive with a comment that looks like the beginning of its end.</summary>
    public static byte[] WithMisleadingComment(byte[] archive)
    {
        byte[] copy = [.. archive, .. "A comment. PK\u0005\u0006 It ends here."u8];
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(archive.Length - 2), (ushort)(copy.Length - archive.Length));
        return copy;
    }

    /// <summary>Spoils the list of members at the end.</summary>
    public static byte[] WithoutDirectory(byte[] archive) => archive[..^40];

    private static int StartOf(byte[] archive, string name) =>
        (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(EntryOf(archive, name) + 42));

    private static int EntryOf(byte[] archive, string name)
    {
        var end = archive.Length - 22;
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(end + 16));
        var wanted = Encoding.UTF8.GetBytes(name);
        while (at < end)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 28));
            if (archive.AsSpan(at + DirectoryEntry, length).SequenceEqual(wanted))
                return at;
            at += DirectoryEntry + length
                + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 30))
                + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 32));
        }

        throw new ArgumentException("There is no such member.", nameof(name));
    }
}
