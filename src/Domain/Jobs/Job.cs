using HotGigs.Domain.Users;

namespace HotGigs.Domain.Jobs;

/// <summary>A position that candidates are wanted for. All recruiters see it; its poster and admins change it.</summary>
public sealed class Job
{
    public const int MaxTextLength = 200;
    public const int MaxDescriptionLength = 10_000;
    public const int MaxSkills = 50;
    public const int MaxSkillLength = 100;
    public const int MaxYears = 60;

    private Job()
    {
    }

    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    public string CompanyName { get; private set; } = "";

    public string? Location { get; private set; }

    public string? Description { get; private set; }

    public IReadOnlyList<string> RequiredSkills { get; private set; } = [];

    public IReadOnlyList<string> PreferredSkills { get; private set; } = [];

    /// <summary>Years of work asked for; 0 for none.</summary>
    public double YearsOfExperience { get; private set; }

    public EducationLevel Education { get; private set; }

    public JobStatus Status { get; private set; }

    /// <summary>The user who posted it.</summary>
    public string PostedBy { get; private set; } = "";

    /// <summary>What a search looks in: title, company, location and skills in lower case.</summary>
    public string SearchText { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When what candidates are compared with last changed.</summary>
    public DateTimeOffset RequirementsChangedAt { get; private set; }

    public long Version { get; private set; }

    public bool IsOpen => Status == JobStatus.Open;

    public JobDetails Details => new(
        Title, CompanyName, Location, Description, RequiredSkills, PreferredSkills, YearsOfExperience, Education);

    /// <summary>Opens a new job.</summary>
    public static Job Post(JobDetails details, string postedBy, DateTimeOffset now)
    {
        var job = new Job
        {
            Id = Guid.CreateVersion7(now),
            Status = JobStatus.Open,
            PostedBy = postedBy,
            CreatedAt = now,
            RequirementsChangedAt = now,
        };
        job.Take(details);
        return job;
    }

    /// <summary>Edits, closes or reopens it.</summary>
    /// <returns>Whether candidates have to be compared with it anew.</returns>
    public bool Change(JobDetails details, JobStatus status, DateTimeOffset now)
    {
        var reopened = status == JobStatus.Open && !IsOpen;
        var requirementsDiffer = Asks(details) != Asks(Details);
        Status = status;
        Take(details);
        if (requirementsDiffer || reopened)
            RequirementsChangedAt = now;
        return IsOpen && (requirementsDiffer || reopened);
    }

    /// <summary>Whether a user may edit, close and delete it.</summary>
    public bool IsChangeableBy(UserIdentity user) => user.IsAdmin || PostedBy == user.Id;

    /// <summary>Whether a user may see it, as every other job.</summary>
    public static bool AreVisibleTo(UserIdentity user) => user.IsAdmin || user.IsRecruiter;

    private void Take(JobDetails details)
    {
        (Title, CompanyName, Location, Description) = (details.Title, details.CompanyName, details.Location, details.Description);
        (RequiredSkills, PreferredSkills) = (details.RequiredSkills, details.PreferredSkills);
        (YearsOfExperience, Education) = (details.YearsOfExperience, details.Education);
        SearchText = string.Join('\n', new[] { Title, CompanyName, Location }.Concat(RequiredSkills).Concat(PreferredSkills))
            .ToLowerInvariant();
        Version++;
    }

    // Lists have no equality of their own.
    private static (string, string, string?, double, EducationLevel) Asks(JobDetails details) => (
        string.Join('\n', details.RequiredSkills),
        string.Join('\n', details.PreferredSkills),
        details.Location,
        details.YearsOfExperience,
        details.Education);
}
