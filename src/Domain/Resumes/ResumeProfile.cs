namespace HotGigs.Domain.Resumes;

/// <summary>
/// What a parser read in a resume. Every part that the document does not say is <c>null</c> or empty;
/// nothing is invented.
/// </summary>
public sealed record ResumeProfile
{
    /// <summary>Given and family name as written in the document, in normal capitalisation.</summary>
    public string? FullName { get; init; }

    /// <summary>E-mail address, lower case.</summary>
    public string? Email { get; init; }

    /// <summary>Phone number in the international format of E.123, such as <c>+49 30 901820</c>, or as written where its country is unknown.</summary>
    public string? Phone { get; init; }

    /// <summary>Where the person lives, as written: usually "City, Country" or "City, ST".</summary>
    public string? Location { get; init; }

    /// <summary>Professional title: the headline, or else that of the latest position.</summary>
    public string? Title { get; init; }

    /// <summary>The introductory paragraph, in the person's words.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<Skill> Skills { get; init; } = [];

    /// <summary>At most ten skill names, the most prominent first; a subset of <see cref="Skills"/>.</summary>
    public IReadOnlyList<string> TopSkills { get; init; } = [];

    /// <summary>Positions held, latest first.</summary>
    public IReadOnlyList<Position> Experience { get; init; } = [];

    /// <summary>Degrees, latest first.</summary>
    public IReadOnlyList<Degree> Education { get; init; } = [];

    /// <summary>Years of work, overlaps counted once, to one decimal; <c>null</c> where no position has dates and the text names no figure.</summary>
    public double? TotalExperienceYears { get; init; }
}

/// <summary>One skill under its canonical name ("JavaScript", whatever the resume writes).</summary>
/// <param name="Name">Canonical name of the taxonomy.</param>
/// <param name="Category">Group of the taxonomy, such as "Programming Languages".</param>
/// <param name="Proficiency">"beginner", "intermediate", "advanced" or "expert" where the resume says so.</param>
public sealed record Skill(string Name, string? Category = null, string? Proficiency = null);

/// <summary>One position of the work history. Dates are "YYYY-MM" or "YYYY", as precise as the document is.</summary>
public sealed record Position(
    string? Title,
    string? Company,
    string? Location,
    string? StartDate,
    string? EndDate,
    bool Current,
    string? Description);

/// <summary>One degree. <paramref name="GraduationDate"/> is "YYYY-MM" or "YYYY".</summary>
public sealed record Degree(string? Name, string? Institution, string? GraduationDate);
