using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.Candidates;

/// <summary>
/// A person in a recruiter's database, or in the pool that every recruiter sees and none has. Within one database
/// there is at most one candidate of an e-mail address; one who applied themselves is found by their user id.
/// </summary>
public sealed class Candidate : Aggregate
{
    /// <summary>The <see cref="OwnerId"/> of candidates who are in the pool.</summary>
    public const string Pool = "";

    /// <summary>The <see cref="UserId"/> of candidates who are no users.</summary>
    public const string NoUser = "";

    public const int MaxTextLength = 200;
    public const int MaxTags = 20;
    public const int MaxTagLength = 50;

    private Candidate()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The recruiter who has them, or <see cref="Pool"/>.</summary>
    public string OwnerId { get; private set; } = Pool;

    /// <summary>The user they are, or <see cref="NoUser"/>.</summary>
    public string UserId { get; private set; } = NoUser;

    public string FullName { get; private set; } = "";

    /// <summary>E-mail address, lower case.</summary>
    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public string? Location { get; private set; }

    public string? Title { get; private set; }

    public string? Summary { get; private set; }

    public double? YearsOfExperience { get; private set; }

    public IReadOnlyList<Skill> Skills { get; private set; } = [];

    public IReadOnlyList<string> TopSkills { get; private set; } = [];

    public IReadOnlyList<Position> Experience { get; private set; } = [];

    public IReadOnlyList<Degree> Education { get; private set; } = [];

    public IReadOnlyList<string> Tags { get; private set; } = [];

    /// <summary>What a search looks in: name, e-mail, title, location and skills in lower case.</summary>
    public string SearchText { get; private set; } = "";

    public CandidateSource Source { get; private set; }

    /// <summary>The latest resume.</summary>
    public Guid ResumeId { get; private set; }

    /// <summary>The resume that brought them in.</summary>
    public Guid AddedByResumeId { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public bool IsInPool => OwnerId == Pool;

    /// <summary>Creates the candidate that a resume brings in.</summary>
    /// <exception cref="ArgumentException">The profile has neither name nor e-mail address.</exception>
    public static Candidate FromResume(Resume resume, ResumeProfile profile, DateTimeOffset now)
    {
        var candidate = new Candidate
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = resume.CandidateOwnerId,
            UserId = resume.Source == ResumeSource.CandidateUpload ? resume.UploadedBy : NoUser,
            Source = CandidateSources.Of(resume.Source),
            AddedByResumeId = resume.Id,
            AddedAt = now,
        };
        candidate.Update(resume.Id, profile, now);
        return candidate;
    }

    /// <summary>Takes over what a newer resume says and keeps what it does not say.</summary>
    public void Update(Guid resumeId, ResumeProfile profile, DateTimeOffset now)
    {
        FullName = profile.FullName ?? (FullName.Length > 0 ? FullName : profile.Email)
            ?? throw new ArgumentException("A candidate needs a name or an e-mail address.", nameof(profile));
        Email = profile.Email ?? Email;
        Phone = profile.Phone ?? Phone;
        Location = profile.Location ?? Location;
        Title = profile.Title ?? Title;
        Summary = profile.Summary ?? Summary;
        YearsOfExperience = profile.TotalExperienceYears ?? YearsOfExperience;
        if (profile.Skills.Count > 0)
            (Skills, TopSkills) = (profile.Skills, profile.TopSkills);
        if (profile.Experience.Count > 0)
            Experience = profile.Experience;
        if (profile.Education.Count > 0)
            Education = profile.Education;
        ResumeId = resumeId;
        UpdatedAt = now;
        SearchText = string.Join('\n', new[] { FullName, Email, Title, Location }.Concat(Skills.Select(skill => skill.Name)))
            .ToLowerInvariant();
    }

    /// <summary>
    /// Whether a user may see them: their recruiter, one with whom they are shared, every recruiter if they are in the
    /// pool, admins, and they themselves.
    /// </summary>
    /// <param name="user">Who wants to see them.</param>
    /// <param name="isShared">Whether they are shared with this user.</param>
    public bool IsVisibleTo(UserIdentity user, bool isShared) =>
        user.IsAdmin
        || (user.IsRecruiter && (IsInPool || OwnerId == user.Id || isShared))
        || (UserId != NoUser && UserId == user.Id);

    /// <summary>How they came to a user: by a share, to one who does not have them themselves.</summary>
    /// <param name="user">Whose view it is.</param>
    /// <param name="isShared">Whether they are shared with this user.</param>
    public CandidateSource SourceFor(UserIdentity user, bool isShared) =>
        isShared && OwnerId != user.Id ? CandidateSource.AdminShare : Source;

    /// <summary>The words they are sorted by, for those who sort: candidates do not read what is noted about them.</summary>
    public IReadOnlyList<string> TagsFor(UserIdentity user) => MayReadTags(user) ? Tags : [];

    /// <inheritdoc cref="TagsFor"/>
    public static bool MayReadTags(UserIdentity user) => user.IsAdmin || user.IsRecruiter;

    /// <summary>Whether a user may sort them in: their recruiter, every recruiter if they are in the pool, and admins.</summary>
    public bool IsTaggedBy(UserIdentity user) => user.IsAdmin || (user.IsRecruiter && (IsInPool || OwnerId == user.Id));

    /// <summary>Replaces the words they are sorted by.</summary>
    /// <param name="tags">Trimmed, no two the same but for case.</param>
    public void Tag(IReadOnlyList<string> tags) => Tags = tags;
}
