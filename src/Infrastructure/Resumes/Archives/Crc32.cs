namespace HotGigs.Infrastructure.Resumes.Archives;

/// <summary>The checksum of zip members (ISO 3309), which .NET does not check when it reads them.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = CreateTable();

    private uint inverted;

    /// <summary>The checksum of what was appended so far.</summary>
    public readonly uint Value => inverted;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var value = ~inverted;
        foreach (var one in bytes)
            value = Table[(byte)(value ^ one)] ^ (value >> 8);
        inverted = ~value;
    }

    private static uint[] CreateTable()
    {
        const uint Polynomial = 0xEDB8_8320;
        var table = new uint[256];
        for (uint index = 0; index < table.Length; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
                value = (value & 1) == 0 ? value >> 1 : Polynomial ^ (value >> 1);
            table[index] = value;
        }

        return table;
    }
}
