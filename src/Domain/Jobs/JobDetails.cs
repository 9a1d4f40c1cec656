namespace HotGigs.Domain.Jobs;

/// <summary>What a job says of itself, as its poster wrote it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="CompanyName">Who is hiring.</param>
/// <param name="Location">Where it is, such as "Berlin, Germany" or "Remote"; <c>null</c> where it does not say.</param>
/// <param name="Description">The whole text; <c>null</c> for none.</param>
/// <param name="RequiredSkills">What candidates must be able to do, each once.</param>
/// <param name="PreferredSkills">What they had better be able to do; none of the required ones.</param>
/// <param name="YearsOfExperience">Years of work asked for; 0 for none.</param>
/// <param name="Education">The education asked for.</param>
public sealed record JobDetails(
    string Title,
    string CompanyName,
    string? Location,
    string? Description,
    IReadOnlyList<string> RequiredSkills,
    IReadOnlyList<string> PreferredSkills,
    double YearsOfExperience,
    EducationLevel Education);
