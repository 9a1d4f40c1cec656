using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using PageSize = UglyToad.PdfPig.Content.PageSize;

namespace HotGigs.Tests.Shared.Resumes;

/// <summary>Small resumes that can be read, in each format.</summary>
public static class SampleResumes
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static SampleFile Text(Person person, string name = "resume.txt") =>
        new(name, "text/plain", Encoding.UTF8.GetBytes(string.Join('\n', Lines(person))));

    public static SampleFile Docx(Person person, string name = "resume.docx")
    {
        using var content = new MemoryStream();
        using (var document = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(
                Lines(person).Select(line => new Paragraph(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve })))));
        }

        return new SampleFile(name, WordType, content.ToArray());
    }

    public static SampleFile Pdf(Person person, string name = "resume.pdf")
    {
        var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(PageSize.A4);
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var y = 800;
        foreach (var line in Lines(person))
        {
            if (line.Length > 0)
                page.AddText(line, 11, new PdfPoint(50, y), font);
            y -= 18;
        }

        return new SampleFile(name, "application/pdf", builder.Build());
    }

    /// <summary>Takes noticeably long to parse: a life of hundreds of positions.</summary>
    public static SampleFile TakingLong(Person person, int positions)
    {
        var history = Enumerable.Range(0, positions).SelectMany(number => new[]
        {
            "",
            $"Software Engineer, Company {number} GmbH, {1990 + (number % 30)} - {1991 + (number % 30)}",
            "Built services in C#, Java and Python with PostgreSQL, Docker and Kubernetes.",
        });
        return new SampleFile("long.txt", "text/plain", Encoding.UTF8.GetBytes(string.Join('\n', [.. Lines(person), "", "Work History", .. history])));
    }

    private static IEnumerable<string> Lines(Person person) =>
    [
        person.FullName,
        Person.Title,
        $"{person.Email} | {Person.Phone} | {Person.Location}",
        "",
        "Summary",
        "Engineer who likes small services and clear names.",
        "",
        "Skills",
        "C#, PostgreSQL, Docker, React",
        "",
        "Experience",
        "Senior Software Engineer, Acme GmbH, Berlin",
        "March 2019 - Present",
        "Runs the notification service.",
        "",
        "Education",
        "Bachelor of Science in Computer Science, Technical University of Berlin, 2014",
    ];
}
