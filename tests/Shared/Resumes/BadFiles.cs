using System.IO.Compression;
using System.Text;

namespace HotGigs.Tests.Shared.Resumes;

/// <summary>What people upload that is no readable resume.</summary>
public static class BadFiles
{
    public static SampleFile Empty => new("empty.txt", "text/plain", []);

    public static SampleFile TextNamedPdf => new("notes.pdf", "application/pdf", "These are only notes."u8.ToArray());

    public static SampleFile TruncatedPdf
    {
        get
        {
            var whole = SampleResumes.Pdf(Person.Next()).Content;
            return new SampleFile("truncated.pdf", "application/pdf", whole[..(whole.Length / 4)]);
        }
    }

    /// <summary>A PDF whose user password is not empty.</summary>
    public static SampleFile EncryptedPdf => new("secret.pdf", "application/pdf", PdfWithPassword());

    public static SampleFile TooLarge =>
        new("large.txt", "text/plain", Encoding.UTF8.GetBytes(new string('a', 11 * 1024 * 1024)));

    /// <summary>A Word document of a few kilobytes that grows to 40 MB.</summary>
    public static SampleFile ZipBomb
    {
        get
        {
            using var content = new MemoryStream();
            content.Write(SampleResumes.Docx(Person.Next()).Content);
            using (var archive = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true))
            {
                using var entry = archive.CreateEntry("word/comments.xml", CompressionLevel.SmallestSize).Open();
                var blank = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
                entry.Write("<x>"u8);
                for (var megabyte = 0; megabyte < 40; megabyte++)
                    entry.Write(blank);
                entry.Write("</x>"u8);
            }

            return new SampleFile("bomb.docx", SampleResumes.WordType, content.ToArray());
        }
    }

    /// <summary>The file format of Word until 2003.</summary>
    public static SampleFile OldWord =>
        new("old.doc", "application/msword", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016]]);

    public static SampleFile Image =>
        new("photo.png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[64]]);

    public static SampleFile Nobody =>
        new("minutes.txt", "text/plain", "1. 2. 3.\n----\n4. 5. 6."u8.ToArray());

    private static byte[] PdfWithPassword()
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        Add("1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj");
        Add("2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj");
        Add("3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj");
        var hash = string.Concat(Enumerable.Repeat("A5", 32));
        Add($"4 0 obj << /Filter /Standard /V 1 /R 2 /O <{hash}> /U <{hash}> /P -4 >> endobj");
        var table = pdf.Length;
        pdf.Append("xref\n0 5\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            pdf.Append(offset.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        pdf.Append("trailer << /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00112233> <00112233>] >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());

        void Add(string line)
        {
            offsets.Add(pdf.Length);
            pdf.Append(line).Append('\n');
        }
    }
}
