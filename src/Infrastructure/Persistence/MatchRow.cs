using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>A match with what is shown of its candidate and its job. Set by name, because EF can only filter and sort by what is.</summary>
internal sealed class MatchRow
{
    public required Match Match { get; init; }

    public required ShownCandidate Candidate { get; init; }

    public required ShownJob Job { get; init; }
}

/// <inheritdoc cref="MatchRow"/>
internal sealed class ShownCandidate
{
    public required string FullName { get; init; }

    public required string? Title { get; init; }

    public required string? Location { get; init; }
}

/// <inheritdoc cref="MatchRow"/>
internal sealed class ShownJob
{
    public required string Title { get; init; }

    public required string CompanyName { get; init; }

    public required JobStatus Status { get; init; }
}

/// <summary>How many matches there are, and the highest score among them.</summary>
internal sealed record MatchExtent(int Count, int TopScore);

/// <summary>How many matches there are, and how many of them have a high or a medium score.</summary>
internal sealed record MatchCounts(int All, int High, int Medium);
