using System.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Decodes plain text in UTF-8, UTF-16 with a byte order mark, or Windows-1252, and tells text from binary data.</summary>
internal static class PlainTextDecoder
{
    // A form feed or an escape sequence may stray into a text file; more than that is a binary file.
    private const double MaxControlShare = 0.002;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CreateWindows1252();

    /// <summary>The text of a file, or <c>null</c> where the file is not text.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> content)
    {
        var text = Decode(content);
        return text is not null && LooksLikeText(text) ? text : null;
    }

    private static string? Decode(ReadOnlySpan<byte> content)
    {
        try
        {
            if (content.StartsWith(Encoding.UTF8.Preamble))
                return StrictUtf8.GetString(content[3..]);
            if (content.StartsWith(Encoding.Unicode.Preamble))
                return Encoding.Unicode.GetString(content[2..]);
            if (content.StartsWith(Encoding.BigEndianUnicode.Preamble))
                return Encoding.BigEndianUnicode.GetString(content[2..]);
            if (content.Contains((byte)0))
                return null;
            return StrictUtf8.GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return content.Contains((byte)0) ? null : Windows1252.GetString(content);
        }
    }

    private static bool LooksLikeText(string text)
    {
        var controls = 0;
        foreach (var character in text)
        {
            if (character is '\0')
                return false;
            if (char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\f'))
                controls++;
        }
        return controls <= text.Length * MaxControlShare;
    }

    private static Encoding CreateWindows1252() =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The Windows-1252 code page is missing from the runtime.");
}
