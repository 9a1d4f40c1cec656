using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>The white strip between two columns: where it stands and how far it reaches.</summary>
/// <param name="X">Left edge of the right column.</param>
/// <param name="Top">Baseline of the first row beside it.</param>
/// <param name="Bottom">Baseline of the last row beside it.</param>
internal sealed record Gutter(double X, double Top, double Bottom)
{
    private const double MinWidth = 7;
    private const int MinRows = 4;
    private const double AlignmentTolerance = 1.5;
    // In a table the small print of the margin stands a little higher or lower than the text beside it; in ems.
    private const double TableTolerance = 0.35;
    private const double MostOfTimeline = 0.8;
    // The second half of a period that was broken in two may stand beside nothing.
    private const double HalfOfTimeline = 0.5;

    public bool Spans(TextSegment segment) => segment.Baseline <= Top && segment.Baseline >= Bottom;

    /// <summary>The gutter with the most text on both of its sides, or <c>null</c> where the text is one column.</summary>
    public static Gutter? Find(IReadOnlyList<TextSegment> segments)
    {
        Gutter? best = null;
        var bestScore = 0;
        foreach (var x in CandidateEdges(segments))
        {
            foreach (var band in Bands(segments, x))
            {
                var score = Score(band, x);
                if (score <= bestScore || ReadsAsTable(band, x))
                    continue;
                bestScore = score;
                best = new Gutter(x, band[0].Baseline, band[^1].Baseline);
            }
        }
        return best;
    }

    // A column's left edge is where several of its lines begin.
    private static IEnumerable<double> CandidateEdges(IReadOnlyList<TextSegment> segments)
    {
        var leftmost = segments.Min(segment => segment.Left);
        return segments
            .GroupBy(segment => Math.Floor(segment.Left / 2))
            .Where(group => group.Count() > 1)
            .Select(group => group.Min(segment => segment.Left))
            .Where(x => x > leftmost + 4 * MinWidth);
    }

    // Rows from top to bottom between two segments that cross the strip.
    private static IEnumerable<List<TextSegment>> Bands(IReadOnlyList<TextSegment> segments, double x)
    {
        List<TextSegment> band = [];
        foreach (var segment in segments)
        {
            if (segment.Left >= x - 0.5 || segment.Right <= x - MinWidth)
            {
                band.Add(segment);
                continue;
            }
            band.RemoveAll(other => other.Baseline - segment.Baseline < AlignmentTolerance);
            if (band.Count > 0)
                yield return band;
            band = [];
        }
        if (band.Count > 0)
            yield return band;
    }

    private static int Score(List<TextSegment> band, double x)
    {
        var right = band.Count(segment => segment.Left >= x - 0.5);
        var rows = Math.Min(right, band.Count - right);
        return rows < MinRows ? 0 : rows * 1000 + band.Count;
    }

    /// <summary>
    /// Dates beside positions, labels beside values: where the rows of the sparser side stand exactly beside
    /// rows of the other, the two are read across.
    /// </summary>
    private static bool ReadsAsTable(List<TextSegment> band, double x)
    {
        var left = band.Where(segment => segment.Left < x - 0.5).ToList();
        var right = band.Where(segment => segment.Left >= x - 0.5).ToList();
        if (IsTimeline(left, right))
            return true;
        if (HasHeading(left) && HasHeading(right))
            return false;
        // Headings of a table's sections stand on the left, beside nothing.
        left.RemoveAll(IsHeading);
        if (left.Count == 0)
            return true;
        var (sparse, dense) = left.Count <= right.Count ? (left, right) : (right, left);
        if (Share(sparse, segment => DateRangeReader.IsDate(segment.Text)) > 0.5)
            return true;
        return Share(sparse, segment => dense.Any(other => IsBeside(segment, other))) > 0.85;
    }

    // From the first period to the last one there is hardly anything but periods, beside what it dates.
    private static bool IsTimeline(List<TextSegment> left, List<TextSegment> right)
    {
        var first = left.FindIndex(IsPeriod);
        var last = left.FindLastIndex(IsPeriod);
        if (first < 0 || first == last)
            return false;
        var between = left[first..(last + 1)].Where(segment => !IsHeading(segment)).ToList();
        return Share(between, IsPeriod) >= MostOfTimeline && Share(between, segment => right.Exists(other => IsBeside(segment, other))) >= HalfOfTimeline;
    }

    private static bool IsPeriod(TextSegment segment) => DateRangeReader.IsDate(segment.Text) || WrappedPeriods.IsHalf(segment.Text);

    private static bool IsBeside(TextSegment one, TextSegment other) =>
        Math.Abs(one.Baseline - other.Baseline) < Math.Max(AlignmentTolerance, TableTolerance * Math.Max(one.Size, other.Size));

    private static bool HasHeading(List<TextSegment> column) => column.Exists(IsHeading);

    private static bool IsHeading(TextSegment segment) => SectionHeadings.KindOf(segment.Text) is not null;

    private static double Share(List<TextSegment> segments, Func<TextSegment, bool> predicate) =>
        segments.Count(predicate) / (double)segments.Count;
}
