using System.Diagnostics;
using System.Text;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>Small PDF files that expand to very large ones.</summary>
public sealed class PdfLimitTests(ITestOutputHelper output)
{
    private const string Refused = "This PDF expands to more than 64 MB and was refused.";
    private const string RefusedInAll = "This PDF expands to more than 128 MB and was refused.";

    private static readonly byte[] Text = Ascii("BT /F 12 Tf 72 700 Td (Jane Doe) Tj ET ");
    private static readonly byte[] Blanks = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();

    [Fact]
    public void A_stream_that_expands_without_end_is_refused() =>
        Assert.Equal(Refused, Failure(PdfFiles.Page("/Filter/FlateDecode", PdfFiles.FlateBlanks(700))));

    [Fact]
    public void Filters_in_a_chain_are_counted_one_by_one()
    {
        var twice = PdfFiles.Page("/Filter[/FlateDecode/FlateDecode]", PdfFiles.Flate(PdfFiles.FlateBlanks(700)));
        byte[] longest = [.. Enumerable.Repeat<byte[]>([129, (byte)' '], 600_000).SelectMany(run => run)];
        var runs = PdfFiles.Page("/Filter[/FlateDecode/RunLengthDecode]", PdfFiles.Flate(longest));

        Assert.Equal(Refused, Failure(twice));
        Assert.Equal(Refused, Failure(runs));
    }

    [Fact]
    public void Lzw_is_counted() =>
        Assert.Equal(Refused, Failure(PdfFiles.Page("/Filter/LZWDecode", PdfFiles.LzwBlanks(codes: 60_000))));

    [Fact]
    public void An_object_stream_is_counted()
    {
        var blanks = PdfFiles.FlateBlanks(100);
        // The catalog lies in object 2, a compressed object stream, as the cross-reference stream in object 3 says.
        var start = "%PDF-1.7\n"u8.ToArray();
        byte[] objects = [.. Ascii($"2 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length {blanks.Length}>>\nstream\n"), .. blanks, .. Ascii("\nendstream\nendobj\n")];
        var at = start.Length + objects.Length;
        byte[] entries = [0, 0, 0, 0, 0, 2, 0, 0, 2, 0, 1, 0, 0, (byte)start.Length, 0, 1, (byte)(at >> 16), (byte)(at >> 8), (byte)at, 0];
        byte[] table = [.. Ascii($"3 0 obj\n<</Type/XRef/Size 4/W[1 3 1]/Root 1 0 R/Length {entries.Length}>>\nstream\n"), .. entries, .. Ascii($"\nendstream\nendobj\nstartxref\n{at}\n%%EOF")];

        Assert.Equal(Refused, Failure([.. start, .. objects, .. table]));
    }

    [Fact]
    public void All_streams_of_a_document_are_counted_together()
    {
        var blanks = PdfFiles.FlateBlanks(60);
        var file = PdfFiles.File(
        [
            ("<</Type/Catalog/Pages 2 0 R>>", null),
            ("<</Type/Pages/Kids[3 0 R]/Count 1>>", null),
            ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents[4 0 R 5 0 R 6 0 R 7 0 R 8 0 R]>>", null),
            .. Enumerable.Repeat<(string, byte[]?)>(("/Filter/FlateDecode", blanks), 5),
        ]);

        Assert.Equal(RefusedInAll, Failure(file));
    }

    [Fact]
    public void Images_are_not_decoded()
    {
        var image = "/Type/XObject/Subtype/Image/Width 20000/Height 5000/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/FlateDecode";
        var file = PdfFiles.Page("", [.. Text, .. "/X Do"u8], image, PdfFiles.FlateBlanks(100));

        Assert.Equal("Jane Doe", Extract(file).ToString());
    }

    [Theory]
    [InlineData(24, 10)]
    [InlineData(3, 1_000)]
    public void Forms_that_draw_each_other_without_end_are_refused(int levels, int times)
    {
        var refused = "This PDF is built in a way we cannot read. Export it again and upload the new file.";

        Assert.Equal(refused, Failure(NestedForms(levels, times)));
    }

    [Fact]
    public void A_page_of_more_letters_than_can_be_kept_is_refused()
    {
        byte[] letters = [.. "BT /F 12 Tf "u8, .. Enumerable.Repeat(Ascii("(Jane Doe, jane@example.com) Tj "), 100_000).SelectMany(part => part), .. "ET"u8];

        Assert.Equal(
            "This PDF is built in a way we cannot read. Export it again and upload the new file.",
            Failure(PdfFiles.Page("/Filter/FlateDecode", PdfFiles.Flate(letters))));
    }

    [Fact]
    public void Forms_that_draw_a_few_others_are_read() => Assert.Contains("Jane Doe", Extract(NestedForms(levels: 3, times: 2)).ToString());

    private static byte[] NestedForms(int levels, int times)
    {
        var draw = Ascii(string.Concat(Enumerable.Repeat("/X Do ", times)));
        return PdfFiles.File(
        [
            ("<</Type/Catalog/Pages 2 0 R>>", null),
            ("<</Type/Pages/Kids[3 0 R]/Count 1>>", null),
            ("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</X 5 0 R>>>>>>", null),
            ("", [.. Text, .. "/X Do"u8]),
            .. Enumerable.Range(0, levels).Select(level => (
                $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {(level == levels - 1 ? "99 0 R" : $"{6 + level} 0 R")}>>>>",
                (byte[]?)draw)),
        ]);
    }

    [Fact]
    public void An_ordinary_compressed_page_is_read()
    {
        var file = PdfFiles.Page("/Filter[/FlateDecode/FlateDecode]", PdfFiles.Flate(PdfFiles.Flate([.. Blanks, .. Text])));

        Assert.Equal("Jane Doe", Extract(file).ToString());
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private string Failure(byte[] file) => Assert.Throws<UnreadableResumeException>(() => Extract(file)).Message;

    private ResumeText Extract(byte[] file)
    {
        var start = Stopwatch.GetTimestamp();
        var allocated = GC.GetTotalAllocatedBytes();
        try
        {
            return Reading.Extractor().Extract(new MemoryStream(file), ResumeFormat.Pdf, CancellationToken.None);
        }
        finally
        {
            using var process = Process.GetCurrentProcess();
            output.WriteLine(
                $"{file.Length / 1024:N0} KB: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:N0} ms, {(GC.GetTotalAllocatedBytes() - allocated) >> 20:N0} MB allocated, peak of the process {process.PeakWorkingSet64 >> 20:N0} MB");
        }
    }
}
