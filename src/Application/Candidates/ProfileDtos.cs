using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Candidates;

/// <summary>A skill as clients see it.</summary>
public sealed record SkillDto(string Name, string? Category, string? Proficiency)
{
    public static IReadOnlyList<SkillDto> Of(IReadOnlyList<Skill> skills) =>
        [.. skills.Select(skill => new SkillDto(skill.Name, skill.Category, skill.Proficiency))];
}

/// <summary>A position of the work history as clients see it; dates are "YYYY-MM" or "YYYY".</summary>
public sealed record PositionDto(
    string? Title, string? Company, string? Location, string? StartDate, string? EndDate, bool Current, string? Description)
{
    public static IReadOnlyList<PositionDto> Of(IReadOnlyList<Position> positions) =>
    [
        .. positions.Select(position => new PositionDto(
            position.Title,
            position.Company,
            position.Location,
            position.StartDate,
            position.EndDate,
            position.Current,
            position.Description)),
    ];
}

/// <summary>A degree as clients see it; the date is "YYYY-MM" or "YYYY".</summary>
public sealed record DegreeDto(string? Degree, string? Institution, string? GraduationDate)
{
    public static IReadOnlyList<DegreeDto> Of(IReadOnlyList<Degree> degrees) =>
        [.. degrees.Select(degree => new DegreeDto(degree.Name, degree.Institution, degree.GraduationDate))];
}
