using System.Diagnostics;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Extraction;
using HotGigs.Infrastructure.Resumes.Parsing;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>Damages good documents at random, always in the same way: reading them may fail, but only as promised.</summary>
public sealed class ResumeFuzzTests(ITestOutputHelper output)
{
    private const int Rounds = 60;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("academic-groff.pdf", ResumeFormat.Pdf)]
    [InlineData("junior-graduate.pdf", ResumeFormat.Pdf)]
    [InlineData("indian-fullstack.pdf", ResumeFormat.Pdf)]
    [InlineData("modern-product-manager.docx", ResumeFormat.Docx)]
    [InlineData("table-layout-sales.docx", ResumeFormat.Docx)]
    [InlineData("ats-nurse.txt", ResumeFormat.PlainText)]
    public void A_damaged_document_is_read_or_refused_in_time(string file, ResumeFormat format)
    {
        var original = SampleFiles.Read(file);
        var random = new Random(20261123);
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = Damage(original, random);
            var start = Stopwatch.GetTimestamp();
            Read(damaged, format);
            Assert.True(Stopwatch.GetElapsedTime(start) < Limit, $"Round {round} took too long.");
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a.")]
    [InlineData("1 ")]
    [InlineData("Jan 2020 – ")]
    [InlineData("(")]
    [InlineData("Engineer, ")]
    [InlineData("x@")]
    [InlineData("A\n")]
    [InlineData("- ")]
    public void Megabytes_of_the_same_take_no_longer_than_a_book(string part)
    {
        var content = Documents.Utf8(string.Concat(Enumerable.Repeat(part, 5_000_000 / part.Length)));

        var start = Stopwatch.GetTimestamp();
        Read(content, ResumeFormat.PlainText);

        Assert.True(Stopwatch.GetElapsedTime(start) < Limit);
    }

    [Theory]
    [InlineData("Skills\n", "a, ")]
    [InlineData("Skills\n", "(expert ")]
    [InlineData("Experience\n", "Engineer at Company, 2019 - 2020\n")]
    [InlineData("", "x@y.")]
    public void Text_that_no_extractor_has_bounded_is_parsed_in_time(string heading, string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, 2_000 / part.Length));
        var lines = (heading + string.Concat(Enumerable.Repeat(line + "\n", 10_000))).Split('\n');

        var start = Stopwatch.GetTimestamp();
        try
        {
            RuleBasedResumeParser.Parse(Documents.Lines(lines), ExpectedProfile.Today);
        }
        catch (UnreadableResumeException)
        {
            // Slow text may be refused.
        }

        output.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Assert.True(Stopwatch.GetElapsedTime(start) < Limit);
    }

    private static void Read(byte[] content, ResumeFormat format)
    {
        try
        {
            var text = Reading.Extractor().Extract(new MemoryStream(content), format, CancellationToken.None);
            RuleBasedResumeParser.Parse(text, ExpectedProfile.Today);
        }
        catch (UnreadableResumeException)
        {
            // The one failure that callers are told to expect.
        }
    }

    private static byte[] Damage(byte[] original, Random random)
    {
        var damaged = original.ToArray();
        for (var flips = random.Next(1, 40); flips > 0; flips--)
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
        return random.Next(3) == 0 ? damaged[..random.Next(1, damaged.Length)] : damaged;
    }
}
