namespace HotGigs.Infrastructure.Resumes.Parsing.Dates;

/// <summary>A period in a resume.</summary>
/// <param name="Start"><c>null</c> where only the end is written.</param>
/// <param name="End"><c>null</c> while it lasts.</param>
internal readonly record struct DateRange(PartialDate? Start, PartialDate? End, bool IsCurrent);

/// <summary>A period and where in a line it is written.</summary>
internal readonly record struct DateMatch(DateRange Range, int Index, int Length)
{
    /// <summary>The line without the period, and without the punctuation that set it off.</summary>
    public string Remove(string line)
    {
        var before = line[..Index].TrimEnd(' ', '\t', ',', '|', '(', '[', '–', '—', '-', '·', '•', ':', ';', '/');
        var after = line[(Index + Length)..].TrimStart(' ', '\t', ',', '|', ')', ']', '–', '—', '-', '·', '•', ':', ';', '/');
        return before.Length == 0 ? after : after.Length == 0 ? before : $"{before}\t{after}";
    }
}
