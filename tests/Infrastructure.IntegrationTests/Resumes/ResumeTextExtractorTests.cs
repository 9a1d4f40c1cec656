using System.Text;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Extraction;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>Reading order, cleaning and the guards against hostile documents.</summary>
public sealed class ResumeTextExtractorTests
{
    [Fact]
    public void The_main_column_is_read_before_a_sidebar_on_its_right()
    {
        var lines = Lines("modern-sidebar-right.pdf");

        AssertOrder(lines, "Amelia Thornbury", "PROFILE", "EXPERIENCE", "EDUCATION", "Colorado State University", "CONTACT", "SKILLS", "LANGUAGES");
    }

    [Fact]
    public void Equal_columns_are_read_one_after_the_other_below_the_header() =>
        AssertOrder(Lines("two-equal-columns.pdf"), "Hannah Lindholm", "Experience", "Norrsken Studio", "Graphic Designer", "Education", "Skills", "References");

    [Fact]
    public void Dates_beside_positions_are_read_across() =>
        Assert.Contains("09/2012 – 03/2018\tEntwicklungsingenieur", Lines("german-lebenslauf.pdf"));

    [Fact]
    public void A_page_header_of_a_Word_document_comes_first() =>
        AssertOrder(Lines("modern-product-manager.docx"), "London, United Kingdom | +44 20 7946 0018 | priya.raghunathan@example.co.uk", "Priya Raghunathan");

    [Fact]
    public void A_text_box_that_Word_writes_twice_is_read_once() =>
        Assert.Single(Lines("table-layout-sales.docx"), "Chicago, IL");

    [Fact]
    public void An_address_behind_a_link_becomes_text() =>
        Assert.Contains("marcus.odonnell@example.com", Lines("table-layout-sales.docx"));

    [Fact]
    public void Headings_keep_the_size_and_weight_of_their_style()
    {
        var line = Extract("modern-product-manager.docx").Lines.Single(line => line.Text == "Experience");

        Assert.True(line.IsBold);
        Assert.Equal(14, line.FontSize);
    }

    [Theory]
    [InlineData("ﬁnance and ofﬂine", "finance and offline")]
    [InlineData("Zoe\u0308 Mu\u0308ller", "Zoë Müller")]
    [InlineData("Soft\u00ADware\u200B", "Software")]
    [InlineData("\uF0B7 Led a team", "• Led a team")]
    [InlineData("- Led a team", "• Led a team")]
    [InlineData("a  b", "a b")]
    [InlineData("Engineer      2019", "Engineer\t2019")]
    [InlineData("S K I L L S", "SKILLS")]
    [InlineData("W O R K   H I S T O R Y", "WORK HISTORY")]
    [InlineData("## Skills", "Skills")]
    public void A_line_is_cleaned(string raw, string expected) =>
        Assert.Equal(expected, ExtractText(raw).Lines.Single().Text);

    [Theory]
    [InlineData("Responsible for develop-\nment. The development team", "Responsible for development.\nThe development team")]
    [InlineData("Worked as a full-\nstack engineer", "Worked as a full-stack\nengineer")]
    public void A_hyphenated_word_is_rejoined_without_spoiling_a_compound(string raw, string expected) =>
        Assert.Equal(expected, ExtractText(raw).ToString());

    [Theory]
    [InlineData("truncated.pdf", "This PDF is damaged and cannot be read. Export it again and upload the new file.")]
    [InlineData("encrypted.pdf", "This PDF is protected by a password. Save a copy without the password and upload it again.")]
    [InlineData("scanned.pdf", "This PDF has no text; upload a searchable one")]
    public void A_bad_PDF_fails_with_its_reason(string file, string reason) =>
        Assert.StartsWith(reason, Failure(SampleFiles.Read(file), ResumeFormat.Pdf), StringComparison.Ordinal);

    [Fact]
    public void Deep_nesting_does_not_overflow_the_stack()
    {
        var brackets = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n" + new string('[', 100_000));
        var tree = string.Concat(Enumerable.Repeat("<w:sdt>", 5_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5_000));

        Assert.Contains("damaged", Failure(brackets, ResumeFormat.Pdf), StringComparison.Ordinal);
        Assert.Contains("no text", Failure(Documents.PdfWithPageTree(depth: 50_000), ResumeFormat.Pdf), StringComparison.Ordinal);
        Assert.Contains("built in a way we cannot read", Failure(Documents.Docx(tree), ResumeFormat.Docx), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("main")]
    [InlineData("styles")]
    [InlineData("header")]
    [InlineData("footer")]
    public void Deep_nesting_is_refused_in_a_part_that_is_not_named_as_XML(string role) =>
        Assert.Equal(
            "This Word document is built in a way we cannot read. Save it again as DOCX or PDF.",
            Failure(Documents.DocxWithNestedPart(role, depth: 200_000), ResumeFormat.Docx));

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_loaded()
    {
        var bomb = Documents.Docx(Documents.Paragraph("Jane"), ("word/media/image1.png", new byte[101 * 1024 * 1024]));

        Assert.StartsWith("This Word document expands to more than 100 MB and was refused", Failure(bomb, ResumeFormat.Docx), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var many = Enumerable.Range(0, 2_001).Select(i => ($"word/media/{i}.png", Array.Empty<byte>())).ToArray();

        Assert.Contains("2,000 files", Failure(Documents.Docx(Documents.Paragraph("Jane"), many), ResumeFormat.Docx), StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_type_declaration_is_refused()
    {
        var dtd = Documents.Utf8("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><x>&a;</x>");

        Assert.StartsWith("This Word document is damaged", Failure(Documents.Docx(Documents.Paragraph("Jane"), ("word/x.xml", dtd)), ResumeFormat.Docx), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_extraction_is_given_up() => Assert.ThrowsAny<OperationCanceledException>(() =>
        Reading.Extractor().Extract(new MemoryStream(SampleFiles.Read("french-cv.pdf")), ResumeFormat.Pdf, new CancellationToken(canceled: true)));

    [Fact]
    public async Task A_reading_that_was_given_up_keeps_its_slot_until_it_ends()
    {
        var extractor = Reading.Extractor(new ResumeImportOptions { Parallelism = 1, ReadTimeout = TimeSpan.FromSeconds(1) });
        using var limit = new CancellationTokenSource();
        using var slow = new SlowStream(Documents.Utf8("Jane Doe"));
        var given = Task.Run(() => extractor.Extract(slow, ResumeFormat.PlainText, limit.Token), CancellationToken.None);
        await slow.Reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        await limit.CancelAsync();

        Assert.Throws<TimeoutException>(() => Read(CancellationToken.None));
        Assert.ThrowsAny<OperationCanceledException>(() => Read(new CancellationToken(canceled: true)));

        slow.Released.Set();
        await given;
        Assert.Equal("John", Read(CancellationToken.None).ToString());

        ResumeText Read(CancellationToken cancellationToken) =>
            extractor.Extract(new MemoryStream(Documents.Utf8("John")), ResumeFormat.PlainText, cancellationToken);
    }

    private sealed class SlowStream(byte[] content) : MemoryStream(content)
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Released { get; } = new();

        public override int Read(Span<byte> buffer)
        {
            Reached.TrySetResult();
            Released.Wait();
            return base.Read(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            Released.Dispose();
            base.Dispose(disposing);
        }
    }

    private static ResumeText Extract(string file)
    {
        using var content = new MemoryStream(SampleFiles.Read(file));
        var format = new ResumeFormatSniffer().Sniff(content, file);
        return Reading.Extractor().Extract(content, format, CancellationToken.None);
    }

    private static ResumeText ExtractText(string text) =>
        Reading.Extractor().Extract(new MemoryStream(Documents.Utf8(text)), ResumeFormat.PlainText, CancellationToken.None);

    private static List<string> Lines(string file) => [.. Extract(file).Lines.Select(line => line.Text)];

    private static string Failure(byte[] content, ResumeFormat format) => Assert.Throws<UnreadableResumeException>(
        () => Reading.Extractor().Extract(new MemoryStream(content), format, CancellationToken.None)).Message;

    private static void AssertOrder(List<string> lines, params string[] expected)
    {
        var positions = expected.Select(text => lines.IndexOf(text)).ToList();
        Assert.DoesNotContain(-1, positions);
        Assert.Equal(positions.Order(), positions);
    }
}
