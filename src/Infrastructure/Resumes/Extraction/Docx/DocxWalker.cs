using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction.Docx;

/// <summary>Walks the blocks of a document part, through content controls and nested tables, and yields their lines.</summary>
internal sealed class DocxWalker(DocxStyles styles)
{
    public IEnumerable<ResumeLine> Read(OpenXmlElement? container)
    {
        foreach (var block in container?.ChildElements ?? [])
        {
            var lines = block switch
            {
                Paragraph paragraph => ReadParagraph(paragraph),
                Table table => table.Elements<TableRow>().SelectMany(ReadRow),
                DeletedRun or MoveFromRun or SectionProperties => [],
                _ => Read(block),
            };
            foreach (var line in lines)
                yield return line;
        }
    }

    private IEnumerable<ResumeLine> ReadParagraph(Paragraph paragraph)
    {
        var reader = new DocxParagraph(styles, paragraph);
        return reader.Lines.Concat(reader.TextBoxes.SelectMany(Read));
    }

    private IEnumerable<ResumeLine> ReadRow(TableRow row)
    {
        // Cells may be wrapped in content controls.
        var cells = row.Descendants<TableCell>()
            .Where(cell => cell.Ancestors<TableRow>().First() == row)
            .Select(cell => TextLines.Finish(Read(cell)).Lines)
            .Where(cell => cell.Count > 0)
            .ToList();
        return TableRowLines.Of(cells).Append(new ResumeLine("")).Where((line, _) => cells.Count > 0 || line.Text.Length > 0);
    }
}
