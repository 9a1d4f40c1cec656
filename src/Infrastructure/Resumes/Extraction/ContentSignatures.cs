namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Names kinds of files that are no resume by their first bytes, to refuse them with a clear reason.</summary>
internal static class ContentSignatures
{
    private static readonly (byte[] Prefix, string Kind)[] Known =
    [
        ([0x89, 0x50, 0x4E, 0x47], "an image"),
        ([0xFF, 0xD8, 0xFF], "an image"),
        ("GIF8"u8.ToArray(), "an image"),
        ([0x49, 0x49, 0x2A, 0x00], "an image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "an image"),
        ("RIFF"u8.ToArray(), "an image, sound or video"),
        ("MZ"u8.ToArray(), "a program"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"),
        ("7z"u8.ToArray(), "an archive"),
        ("Rar!"u8.ToArray(), "an archive"),
        ([0x1F, 0x8B], "an archive"),
    ];

    private static readonly string[] HtmlStarts = ["<!doctype", "<html", "<head", "<body", "<?xml", "<!--", "<svg", "<script"];

    /// <summary>What the file is, as in "The file is an image", or <c>null</c> where no signature matches.</summary>
    public static string? KindOf(ReadOnlySpan<byte> content)
    {
        foreach (var (prefix, kind) in Known)
        {
            if (content.StartsWith(prefix))
                return kind;
        }
        return null;
    }

    public static bool IsRichText(string text) => text.StartsWith(@"{\rtf", StringComparison.Ordinal);

    public static bool IsMarkup(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var tag in HtmlStarts)
        {
            if (start.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
