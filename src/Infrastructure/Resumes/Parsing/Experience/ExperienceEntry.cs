using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>The lines of one position before they are understood.</summary>
/// <param name="Lead">Lines above the one with the period.</param>
/// <param name="Anchor">What else stands in the line with the period.</param>
/// <param name="Rest">Lines below, up to the next position.</param>
internal sealed record ExperienceEntry(
    IReadOnlyList<ResumeLine> Lead,
    ResumeLine Anchor,
    DateRange? Period,
    IReadOnlyList<ResumeLine> Rest);
