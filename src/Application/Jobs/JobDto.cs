using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;

namespace HotGigs.Application.Jobs;

/// <summary>A job as clients see it.</summary>
public sealed record JobDto(
    Guid JobId,
    string Title,
    string CompanyName,
    string? Location,
    string? Description,
    IReadOnlyList<string> RequiredSkills,
    IReadOnlyList<string> PreferredSkills,
    double YearsOfExperience,
    string Education,
    string Status,
    string PostedBy,
    DateTimeOffset CreatedAt)
{
    public static JobDto Of(Job job) => new(
        job.Id,
        job.Title,
        job.CompanyName,
        job.Location,
        job.Description,
        job.RequiredSkills,
        job.PreferredSkills,
        job.YearsOfExperience,
        job.Education.ToWireName(),
        job.Status.ToWireName(),
        job.PostedBy,
        job.CreatedAt);
}
