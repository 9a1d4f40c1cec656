using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>Stores resumes that other programs import. Each method is one transaction and publishes what it committed.</summary>
public interface ITrackedResumes
{
    /// <summary>Which of these resumes are known, and whether each is imported by another program.</summary>
    Task<IReadOnlyDictionary<Guid, bool>> FindElsewhereAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Loads a resume, lets it be changed, and stores it; no other change comes in between.</summary>
    /// <param name="id">The resume.</param>
    /// <param name="follow">
    /// Changes the resume, or makes it where there is none. It may be run again from the start, so it must have no
    /// effect outside. What it throws is passed on, and nothing is stored.
    /// </param>
    /// <param name="cancellationToken">Gives up before the commit.</param>
    Task FollowAsync(Guid id, Func<Resume?, Resume> follow, CancellationToken cancellationToken);
}
