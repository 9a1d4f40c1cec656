namespace HotGigs.Application.Resumes;

/// <summary>The text of a document as lines in reading order: columns one after the other, table cells kept apart.</summary>
/// <param name="Lines">Lines from top to bottom; an empty text marks a visible gap between blocks.</param>
public sealed record ResumeText(IReadOnlyList<ResumeLine> Lines)
{
    /// <summary>The plain text, one line each.</summary>
    public override string ToString() => string.Join('\n', Lines.Select(line => line.Text));
}

/// <summary>One line of a document.</summary>
/// <param name="Text">Its characters, single spaces; cells of a table row and wide gaps are separated by a tab.</param>
/// <param name="FontSize">Size in points of most of its letters; 0 where the format has none (plain text).</param>
/// <param name="IsBold">Most of its letters are bold.</param>
public sealed record ResumeLine(string Text, double FontSize = 0, bool IsBold = false);
