using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>Makes PDF files of one page, object by object.</summary>
internal static class PdfFiles
{
    /// <summary>A page that draws the given content, an already encoded stream, with a font <c>/F</c> and an XObject <c>/X</c>.</summary>
    /// <param name="contentEntries">Entries of the dictionary of the content, such as its filters.</param>
    /// <param name="content">The encoded content.</param>
    /// <param name="xobjectEntries">Entries of the dictionary of <c>/X</c>.</param>
    /// <param name="xobject">The encoded <c>/X</c>.</param>
    public static byte[] Page(string contentEntries, byte[] content, string xobjectEntries = "", byte[]? xobject = null) => File(
        ("<</Type/Catalog/Pages 2 0 R>>", null),
        ("<</Type/Pages/Kids[3 0 R]/Count 1>>", null),
        ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>>>", null),
        ("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", null),
        (contentEntries, content),
        (xobjectEntries, xobject ?? []));

    /// <summary>The objects numbered from one; the first is the catalog, and those with content are streams.</summary>
    public static byte[] File(params (string Dictionary, byte[]? Content)[] objects)
    {
        using var file = new MemoryStream();
        var table = new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        Write(file, "%PDF-1.7\n");
        for (var i = 0; i < objects.Length; i++)
        {
            var (dictionary, content) = objects[i];
            table.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            if (content is null)
            {
                Write(file, $"{i + 1} 0 obj\n{dictionary}\nendobj\n");
                continue;
            }
            Write(file, $"{i + 1} 0 obj\n<</Length {content.Length}{dictionary}>>\nstream\n");
            file.Write(content);
            Write(file, "\nendstream\nendobj\n");
        }
        var start = file.Length;
        Write(file, $"{table}trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();
    }

    public static byte[] Flate(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            zlib.Write(content);
        return compressed.ToArray();
    }

    /// <summary>As many megabytes of blanks, compressed, followed by nothing.</summary>
    public static byte[] FlateBlanks(int megabytes)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
        {
            var blanks = new byte[1024 * 1024];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < megabytes; i++)
                zlib.Write(blanks);
        }
        return compressed.ToArray();
    }

    /// <summary>Blanks in the coding of LZW: a table of ever longer runs, then the longest over and over.</summary>
    public static byte[] LzwBlanks(int codes)
    {
        using var result = new MemoryStream();
        int held = 0, bits = 0, next = 258, width = 9;
        Put(256);
        Put(' ');
        for (var i = 0; i < codes; i++)
        {
            Put(Math.Min(next, 4095));
            if (next < 4095)
                next++;
            width = (next + 1) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }
        return result.ToArray();

        void Put(int code)
        {
            held = (held << width) | code;
            for (bits += width; bits >= 8;)
            {
                bits -= 8;
                result.WriteByte((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }
    }

    private static void Write(Stream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
