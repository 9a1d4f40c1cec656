namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>
/// Refuses nesting that would overflow the stack of a recursive reader: such an overflow cannot be caught and
/// would take the whole process down.
/// </summary>
internal static class PdfNesting
{
    // A page tree or an outline nests by references, not by brackets; honest files stay below ten.
    private const int MaxDepth = 200;

    /// <summary>Whether arrays or dictionaries open more often than any honest file would without closing.</summary>
    public static bool IsTooDeep(ReadOnlySpan<byte> content)
    {
        var depth = 0;
        foreach (var value in content)
        {
            // Compressed streams contain brackets by chance, about as many of either kind; a run of one kind
            // that long does not happen by chance, and any other byte sequence ends it.
            depth = value switch
            {
                (byte)'[' or (byte)'<' => depth + 1,
                (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or (byte)'/' or (>= (byte)'A' and <= (byte)'Z') => depth,
                _ => 0,
            };
            if (depth > MaxDepth)
                return true;
        }
        return false;
    }
}
