namespace HotGigs.Application.Jobs;

/// <summary>What a client says of a job; what is <c>null</c> is not said, and an empty text clears what may be empty.</summary>
/// <param name="Education">A wire name of <see cref="Domain.Jobs.EducationLevel"/>.</param>
/// <param name="Status">A wire name of <see cref="Domain.Jobs.JobStatus"/>; a new job is open.</param>
public sealed record JobFields(
    string? Title,
    string? CompanyName,
    string? Location,
    string? Description,
    IReadOnlyList<string?>? RequiredSkills,
    IReadOnlyList<string?>? PreferredSkills,
    double? YearsOfExperience,
    string? Education,
    string? Status);
