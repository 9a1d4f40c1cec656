using System.Text;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Extraction;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>What is let in, and the words with which everything else is refused.</summary>
public sealed class ResumeFormatSnifferTests
{
    [Theory]
    [InlineData("classic-single-column.pdf", ResumeFormat.Pdf)]
    [InlineData("modern-product-manager.docx", ResumeFormat.Docx)]
    [InlineData("ats-nurse.txt", ResumeFormat.PlainText)]
    [InlineData("plain-marketing-1252.txt", ResumeFormat.PlainText)]
    [InlineData("devops-markdown.md", ResumeFormat.PlainText)]
    public void A_sample_is_recognised_by_its_content(string file, ResumeFormat expected)
    {
        Assert.Equal(expected, Sniff(SampleFiles.Read(file), file));
        Assert.Equal(expected, Sniff(SampleFiles.Read(file), "upload"));
    }

    [Theory]
    [InlineData("fake.pdf", "The file is named .pdf but is not a PDF.")]
    [InlineData("empty.txt", "The file is empty.")]
    [InlineData("old-word.doc", "old Word format")]
    [InlineData("protected.docx", "protected by a password")]
    [InlineData("truncated.docx", "damaged")]
    public void A_bad_sample_is_refused_with_its_reason(string file, string reason) =>
        Assert.Contains(reason, Refusal(SampleFiles.Read(file), file), StringComparison.Ordinal);

    [Theory]
    [InlineData("classic-single-column.pdf", "cv.docx", "named .docx but is not a Word document")]
    [InlineData("classic-single-column.pdf", "cv.txt", "named .txt but is a PDF")]
    [InlineData("modern-product-manager.docx", "cv.pdf", "named .pdf but is not a PDF")]
    [InlineData("modern-product-manager.docx", "cv.doc", "named .doc but is a Word document")]
    [InlineData("ats-nurse.txt", "cv.docx", "named .docx but is not a Word document")]
    [InlineData("ats-nurse.txt", "cv.exe", "Files named .exe are not supported")]
    [InlineData("ats-nurse.txt", "cv.csv", "Files named .csv are not supported")]
    [InlineData("ats-nurse.txt", "cv.js", "Files named .js are not supported")]
    public void A_name_that_contradicts_the_content_is_refused(string file, string name, string reason) =>
        Assert.Contains(reason, Refusal(SampleFiles.Read(file), name), StringComparison.Ordinal);

    [Theory]
    [InlineData("Jane Doe 12.2024")]
    [InlineData("CV Dr. Smithson")]
    public void The_end_of_a_name_that_is_no_extension_contradicts_nothing(string name) =>
        Assert.Equal(ResumeFormat.PlainText, Sniff(Documents.Utf8("Jane Doe"), name));

    [Theory]
    [InlineData("<!DOCTYPE html><p>Jane</p>", "web page")]
    [InlineData("  <html><p>Jane</p>", "web page")]
    [InlineData(@"{\rtf1 Jane}", "Rich Text Format")]
    [InlineData("\n \t\n", "The file is empty.")]
    public void Text_that_is_no_plain_text_is_refused_with_advice(string content, string reason) =>
        Assert.Contains(reason, Refusal(Documents.Utf8(content), "resume"), StringComparison.Ordinal);

    [Fact]
    public void Binary_files_are_refused_by_what_they_are()
    {
        Assert.Contains("an image", Refusal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "cv.png"), StringComparison.Ordinal);
        Assert.Contains("a program", Refusal([0x4D, 0x5A, 0x90, 0, 3], "cv"), StringComparison.Ordinal);
        Assert.Contains("The bulk upload imports", Refusal(Documents.Zip([("cv.txt", [65])]), "cv.zip"), StringComparison.Ordinal);
        Assert.Contains("a spreadsheet", Refusal(Documents.Zip([("xl/workbook.xml", [65])]), "cv.xlsx"), StringComparison.Ordinal);
        Assert.Contains("neither", Refusal([1, 2, 3, 0, 5], "cv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Utf16_with_a_byte_order_mark_is_text()
    {
        byte[] content = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Zoë Müller")];

        Assert.Equal(ResumeFormat.PlainText, Sniff(content, "cv.txt"));
    }

    [Fact]
    public void A_large_file_is_not_held_in_memory()
    {
        using var text = new MemoryStream(Enumerable.Repeat((byte)'a', 10_000_000).ToArray());
        using var utf8 = new MemoryStream(Documents.Utf8(new string('é', 5_000_000)));
        using var archive = new MemoryStream(Documents.Docx("", ("word/media/1.png", RandomBytes(10_000_000))));

        Assert.All([text, utf8, archive], file => Assert.InRange(Allocated(() => new ResumeFormatSniffer().Sniff(file, "cv")), 0, 1_000_000));
    }

    [Theory]
    [InlineData(16 * 1024 - 1)]
    [InlineData(16 * 1024 - 5)]
    [InlineData(3 * 16 * 1024)]
    public void What_lies_across_two_reads_is_seen(int position)
    {
        byte[] blanks = [.. Enumerable.Repeat((byte)' ', position)];
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. blanks[8..], .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.Contains("protected by a password", Refusal(old, "cv"), StringComparison.Ordinal);
        Assert.Contains("web page", Refusal([.. blanks, .. "<html>"u8], "cv"), StringComparison.Ordinal);
        Assert.Equal(ResumeFormat.PlainText, Sniff([.. blanks, .. "é"u8], "cv"));
        Assert.Equal(ResumeFormat.PlainText, Sniff([.. blanks, .. "é"u8, 0xE9], "cv"));
        Assert.Contains("neither", Refusal([.. blanks, 0], "cv"), StringComparison.Ordinal);
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Refusal(byte[] content, string name) =>
        Assert.Throws<UnsupportedResumeException>(() => Sniff(content, name)).Message;

    private static ResumeFormat Sniff(byte[] content, string name) =>
        new ResumeFormatSniffer().Sniff(new MemoryStream(content), name);
}
