using HotGigs.Application.Matching;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;

namespace HotGigs.Application.Jobs;

/// <summary>Puts what a client says of a job over what was there before.</summary>
public sealed class JobEditor(IMatchVocabulary vocabulary)
{
    private static readonly JobDetails Blank = new("", "", null, null, [], [], 0, EducationLevel.None);

    /// <summary>The details of a job after a change that has been checked.</summary>
    /// <param name="fields">What is said.</param>
    /// <param name="before">What holds where nothing is said; <c>null</c> for a new job.</param>
    public JobDetails Merge(JobFields fields, JobDetails? before = null)
    {
        before ??= Blank;
        var required = fields.RequiredSkills is { } namedRequired ? Fold(namedRequired, []) : before.RequiredSkills;
        var preferred = fields.PreferredSkills ?? before.PreferredSkills;
        return new JobDetails(
            fields.Title?.Trim() ?? before.Title,
            fields.CompanyName?.Trim() ?? before.CompanyName,
            Optional(fields.Location, before.Location),
            Optional(fields.Description, before.Description),
            required,
            Fold(preferred, required),
            fields.YearsOfExperience ?? before.YearsOfExperience,
            WireNames.TryParse<EducationLevel>(fields.Education, out var education) ? education : before.Education);
    }

    // "JS" and "JavaScript" are one skill: it would count twice.
    private List<string> Fold(IEnumerable<string?> names, IEnumerable<string> taken)
    {
        var keys = taken.Select(vocabulary.SkillKey).ToHashSet(StringComparer.Ordinal);
        return [.. names.Select(name => name!.Trim()).Where(name => keys.Add(vocabulary.SkillKey(name)))];
    }

    private static string? Optional(string? said, string? before) => said?.Trim() switch
    {
        null => before,
        "" => null,
        var text => text,
    };
}
