using System.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>Decodes plain text in UTF-8, UTF-16 with a byte order mark, or Windows-1252, and tells text from binary data.</summary>
internal static class PlainTextDecoder
{
    // A form feed or an escape sequence may stray into a text file; more than that is a binary file.
    private const double MaxControlShare = 0.002;
    private const int BufferSize = 16 * 1024;
    private const int StartLength = 64;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CreateWindows1252();

    /// <summary>The text of a file, or <c>null</c> where the file is not text.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> content)
    {
        var text = Decode(content);
        return text is not null && LooksLikeText(text) ? text : null;
    }

    /// <summary>
    /// Checks a whole file with a small buffer, by the same rules as <see cref="TryDecode"/>.
    /// </summary>
    /// <returns>Its first characters that are no blanks; empty where all are, <c>null</c> where the file is not text.</returns>
    public static string? TryReadStart(Stream content)
    {
        Span<byte> mark = stackalloc byte[3];
        content.Position = 0;
        mark = mark[..content.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)];
        if (mark.StartsWith(Encoding.Unicode.Preamble))
            return TryReadStart(content, Encoding.Unicode);
        if (mark.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return TryReadStart(content, Encoding.BigEndianUnicode);
        try
        {
            return TryReadStart(content, StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            return TryReadStart(content, Windows1252);
        }
    }

    private static string? TryReadStart(Stream content, Encoding encoding)
    {
        const char byteOrderMark = '\uFEFF';
        content.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[BufferSize];
        var characters = new char[encoding.GetMaxCharCount(BufferSize)];
        var start = new StringBuilder(StartLength);
        long total = 0, controls = 0;
        int read;
        do
        {
            read = content.Read(bytes);
            var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: read == 0);
            foreach (var character in characters.AsSpan(0, count))
            {
                if (character is '\0')
                    return null;
                if (IsControl(character))
                    controls++;
                if (start.Length > 0 ? start.Length < StartLength : !char.IsWhiteSpace(character) && character != byteOrderMark)
                    start.Append(character);
            }
            total += count;
        }
        while (read > 0);
        return controls <= total * MaxControlShare ? start.ToString() : null;
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
            if (IsControl(character))
                controls++;
        }
        return controls <= text.Length * MaxControlShare;
    }

    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\f');

    private static Encoding CreateWindows1252() =>
        CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new InvalidOperationException("The Windows-1252 code page is missing from the runtime.");
}
