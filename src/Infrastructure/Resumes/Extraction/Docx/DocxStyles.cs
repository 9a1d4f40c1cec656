using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace HotGigs.Infrastructure.Resumes.Extraction.Docx;

/// <summary>Resolves the font size, weight and list membership that paragraphs inherit from their styles.</summary>
internal sealed class DocxStyles
{
    private const double WordDefaultSize = 10;
    private const int MaxInheritance = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly string? _defaultParagraphStyle;
    private readonly double _documentSize;

    public DocxStyles(MainDocumentPart main)
    {
        var definitions = main.StyleDefinitionsPart?.Styles;
        foreach (var style in definitions?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is not { } id)
                continue;
            _styles.TryAdd(id, style);
            if (style.Type?.Value == StyleValues.Paragraph && style.Default?.Value == true)
                _defaultParagraphStyle = id;
        }
        var defaults = definitions?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle;
        _documentSize = Points(defaults?.FontSize) ?? WordDefaultSize;
    }

    public double FontSize(Run run, Paragraph paragraph) =>
        Points(run.RunProperties?.FontSize)
        ?? Inherited(run.RunProperties?.RunStyle?.Val?.Value, style => Points(style.StyleRunProperties?.FontSize))
        ?? Inherited(StyleOf(paragraph), style => Points(style.StyleRunProperties?.FontSize))
        ?? _documentSize;

    public bool IsBold(Run run, Paragraph paragraph) =>
        IsOn(run.RunProperties?.Bold)
        ?? Inherited(run.RunProperties?.RunStyle?.Val?.Value, style => IsOn(style.StyleRunProperties?.Bold))
        ?? Inherited(StyleOf(paragraph), style => IsOn(style.StyleRunProperties?.Bold))
        ?? false;

    public bool IsListItem(Paragraph paragraph)
    {
        var numbering = paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value
            ?? Inherited(StyleOf(paragraph), style => style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value);
        // Number 0 is how Word takes a paragraph out of the list of its style.
        return numbering is > 0;
    }

    private string? StyleOf(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _defaultParagraphStyle;

    private T? Inherited<T>(string? styleId, Func<Style, T?> property)
        where T : struct
    {
        for (var i = 0; i < MaxInheritance && styleId is not null && _styles.TryGetValue(styleId, out var style); i++)
        {
            if (property(style) is { } value)
                return value;
            styleId = style.BasedOn?.Val?.Value;
        }
        return null;
    }

    private static double? Points(FontSize? size) =>
        double.TryParse(size?.Val?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var half) ? half / 2 : null;

    private static bool? IsOn(OnOffType? toggle) => toggle is null ? null : toggle.Val?.Value ?? true;
}
