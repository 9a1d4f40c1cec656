using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace HotGigs.Infrastructure.Resumes.Extraction.Docx;

/// <summary>The lines of one paragraph, which breaks split, and the text boxes that are anchored in it.</summary>
internal sealed class DocxParagraph
{
    private readonly DocxStyles _styles;
    private readonly Paragraph _paragraph;
    private readonly List<ResumeLine> _lines = [];
    private readonly List<OpenXmlElement> _textBoxes = [];
    private readonly StringBuilder _text = new();
    private readonly Dictionary<double, int> _sizes = [];
    private int _bold;
    private int _letters;

    public DocxParagraph(DocxStyles styles, Paragraph paragraph)
    {
        _styles = styles;
        _paragraph = paragraph;
        Visit(paragraph);
        EndLine();
        if (_lines.Count > 0 && _lines[0].Text.Length > 0 && styles.IsListItem(paragraph) && !LineCleaner.IsBullet(_lines[0].Text))
            _lines[0] = _lines[0] with { Text = LineCleaner.Bullet + _lines[0].Text };
    }

    public IReadOnlyList<ResumeLine> Lines => _lines;

    public IReadOnlyList<OpenXmlElement> TextBoxes => _textBoxes;

    private void Visit(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Run run when run.RunProperties?.Vanish is null:
                    VisitRun(run);
                    break;
                case Run or ParagraphProperties or DeletedRun or MoveFromRun:
                    break;
                default:
                    Visit(child);
                    break;
            }
        }
    }

    private void VisitRun(Run run)
    {
        foreach (var child in run.ChildElements)
        {
            switch (child)
            {
                case WordText text:
                    Append(run, text.Text);
                    break;
                case TabChar or PositionalTab:
                    _text.Append('\t');
                    break;
                case NoBreakHyphen:
                    _text.Append('-');
                    break;
                case Break or CarriageReturn:
                    EndLine();
                    break;
                default:
                    CollectTextBoxes(child);
                    break;
            }
        }
    }

    // Word writes a text box twice, for new and for old readers: the fallback repeats the choice.
    private void CollectTextBoxes(OpenXmlElement element)
    {
        if (element is TextBoxContent)
        {
            _textBoxes.Add(element);
            return;
        }
        var preferred = element is AlternateContent alternate
            ? (OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate.GetFirstChild<AlternateContentFallback>()
            : null;
        foreach (var child in preferred is null ? element.ChildElements.ToArray() : [preferred])
            CollectTextBoxes(child);
    }

    private void Append(Run run, string text)
    {
        _text.Append(text);
        var size = _styles.FontSize(run, _paragraph);
        _sizes[size] = _sizes.GetValueOrDefault(size) + text.Length;
        _letters += text.Length;
        if (_styles.IsBold(run, _paragraph))
            _bold += text.Length;
    }

    private void EndLine()
    {
        var size = _sizes.Count == 0 ? 0 : _sizes.MaxBy(pair => pair.Value).Key;
        _lines.Add(new ResumeLine(_text.ToString(), size, _letters > 0 && 2 * _bold > _letters));
        _text.Clear();
        _sizes.Clear();
        _bold = _letters = 0;
    }
}
