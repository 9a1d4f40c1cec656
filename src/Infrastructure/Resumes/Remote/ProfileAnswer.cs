using System.Text.RegularExpressions;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Remote;

/// <summary>A profile as another program tells it, in the form of <c>GET /api/resumes/{id}/data</c>.</summary>
internal sealed partial record ProfileAnswer(
    string? FullName,
    string? Email,
    string? Phone,
    string? Location,
    string? Title,
    string? Summary,
    IReadOnlyList<ProfileAnswer.SkillAnswer?>? Skills,
    IReadOnlyList<string?>? TopSkills,
    IReadOnlyList<ProfileAnswer.PositionAnswer?>? Experience,
    IReadOnlyList<ProfileAnswer.DegreeAnswer?>? Education,
    double? TotalExperienceYears)
{
    private const int MaxEntries = 200;
    private const int MaxTop = 10;
    private const int MaxText = 300;
    private const int MaxDescription = 4_000;
    private const double MaxYears = 70;

    /// <summary>The profile without what cannot be: dates that are none, unknown grades, negative years.</summary>
    public ResumeProfile ToProfile()
    {
        var skills = (Skills ?? []).OfType<SkillAnswer>().Where(skill => Text(skill.Name) is not null).Take(MaxEntries)
            .Select(skill => new Skill(Text(skill.Name)!, Text(skill.Category), Grade(skill.Proficiency)))
            .ToList();
        return new ResumeProfile
        {
            FullName = Text(FullName),
            Email = Text(Email) is { } email && Address().IsMatch(email) ? email.ToLowerInvariant() : null,
            Phone = Text(Phone),
            Location = Text(Location),
            Title = Text(Title),
            Summary = Text(Summary, MaxDescription),
            Skills = skills,
            TopSkills = [.. (TopSkills ?? []).Where(name => skills.Exists(skill => skill.Name == name)).OfType<string>().Distinct().Take(MaxTop)],
            Experience = [.. (Experience ?? []).OfType<PositionAnswer>().Take(MaxEntries).Select(position => position.ToPosition())],
            Education = [.. (Education ?? []).OfType<DegreeAnswer>().Take(MaxEntries).Select(degree => degree.ToDegree())],
            TotalExperienceYears = TotalExperienceYears is >= 0 and <= MaxYears and var years ? Math.Round(years, 1) : null,
        };
    }

    private static string? Text(string? text, int length = MaxText) => text?.Trim() switch
    {
        null or "" => null,
        { } trimmed when trimmed.Length > length => trimmed[..length].TrimEnd(),
        var trimmed => trimmed,
    };

    private static string? Grade(string? grade) => grade is "beginner" or "intermediate" or "advanced" or "expert" ? grade : null;

    private static string? Date(string? date) => date is not null && PartialDate().IsMatch(date) ? date : null;

    internal sealed record SkillAnswer(string? Name, string? Category, string? Proficiency);

    internal sealed record PositionAnswer(string? Title, string? Company, string? Location, string? StartDate, string? EndDate, bool Current, string? Description)
    {
        public Position ToPosition() => new(
            Text(Title), Text(Company), Text(Location), Date(StartDate), Date(EndDate), Current, Text(Description, MaxDescription));
    }

    internal sealed record DegreeAnswer(string? Degree, string? Institution, string? GraduationDate)
    {
        public Degree ToDegree() => new(Text(Degree), Text(Institution), Date(GraduationDate));
    }

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex PartialDate();
}
