using FluentValidation.Results;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;

namespace HotGigs.Application.Jobs;

/// <summary>What a job may say, the same for a new one and for a change. Names what is wrong by its field in the body.</summary>
internal static class JobRules
{
    public static IEnumerable<ValidationFailure> Check(JobFields fields, bool isNew) =>
    [
        .. Required("title", fields.Title, isNew),
        .. Required("company_name", fields.CompanyName, isNew),
        .. Line("location", fields.Location),
        .. Skills("required_skills", fields.RequiredSkills),
        .. Skills("preferred_skills", fields.PreferredSkills),
        .. Where(fields.Description?.Length > Job.MaxDescriptionLength,
            "description", $"The description may have at most {Job.MaxDescriptionLength} characters."),
        .. Where(fields.YearsOfExperience is < 0 or > Job.MaxYears,
            "years_of_experience", $"The years of experience must be between 0 and {Job.MaxYears}."),
        .. Named<EducationLevel>("education", fields.Education, "An education"),
        .. Named<JobStatus>("status", fields.Status, "A status"),
    ];

    private static IEnumerable<ValidationFailure> Required(string field, string? text, bool isNew) =>
        text is null ? Where(isNew, field, $"'{field}' must be given.")
        : string.IsNullOrWhiteSpace(text) ? Where(true, field, $"'{field}' must not be empty.")
        : Line(field, text);

    private static IEnumerable<ValidationFailure> Line(string field, string? text) =>
    [
        .. Where(text?.Trim().Length > Job.MaxTextLength, field, $"'{field}' may have at most {Job.MaxTextLength} characters."),
        .. Where(text?.Trim().Any(char.IsControl) == true, field, $"'{field}' must be one line."),
    ];

    private static IEnumerable<ValidationFailure> Skills(string field, IReadOnlyList<string?>? skills)
    {
        var names = (skills ?? []).Select(skill => skill?.Trim() ?? "").ToList();
        return
        [
            .. Where(names.Contains(""), field, "A skill must not be empty."),
            .. Where(names.Exists(name => name.Length > Job.MaxSkillLength), field, $"A skill may have at most {Job.MaxSkillLength} characters."),
            .. Where(names.Exists(name => name.Any(char.IsControl)), field, "A skill must be one line."),
            .. Where(names.Distinct(StringComparer.OrdinalIgnoreCase).Count() > Job.MaxSkills, field, $"At most {Job.MaxSkills} skills can be named."),
        ];
    }

    private static IEnumerable<ValidationFailure> Named<TEnum>(string field, string? name, string what)
        where TEnum : struct, Enum =>
        Where(
            name is not null && !WireNames.TryParse<TEnum>(name, out _),
            field,
            $"{what} is one of {string.Join(", ", WireNames.All<TEnum>())}.");

    private static IEnumerable<ValidationFailure> Where(bool wrong, string field, string message) =>
        wrong ? [new ValidationFailure(field, message)] : [];
}
