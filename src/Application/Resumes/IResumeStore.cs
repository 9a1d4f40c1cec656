using HotGigs.Application.Common;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;

namespace HotGigs.Application.Resumes;

/// <summary>
/// Stores resumes, and is the queue of those to be imported. Each method is one transaction and publishes what it
/// committed.
/// </summary>
public interface IResumeStore
{
    Task AddAsync(Resume resume, CancellationToken cancellationToken);

    /// <summary>Finds a resume. What it returns is detached: only <see cref="SaveAsync"/> stores changes.</summary>
    Task<Resume?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>A user's resumes that came by themselves and have become no candidate, the latest first. What it returns is detached.</summary>
    /// <param name="uploadedBy">The user.</param>
    /// <param name="before">Only those older than this one, where it is given.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<IReadOnlyList<Resume>> ListUnfinishedAsync(
        string uploadedBy, (DateTimeOffset UploadedAt, Guid Id)? before, int limit, CancellationToken cancellationToken);

    /// <summary>Which of these stored files belong to a resume.</summary>
    Task<IReadOnlySet<string>> FindStorageKeysAsync(IReadOnlyCollection<string> storageKeys, CancellationToken cancellationToken);

    /// <summary>
    /// Claims the resume whose turn is next and that nobody holds: new ones, those whose worker died, and
    /// those that ended without being announced.
    /// </summary>
    /// <param name="worker">Name of the claim, unique among all of all servers.</param>
    /// <param name="lease">How long it is held unless the lease is renewed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The resume, or <c>null</c> where there is nothing to do.</returns>
    Task<Resume?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Stores a claimed resume. Where this is its end and it came in a batch, the batch counts it in the same transaction.</summary>
    /// <exception cref="LeaseLostException">Another worker has taken over.</exception>
    Task SaveAsync(Resume resume, CancellationToken cancellationToken);

    /// <summary>Finds or creates the candidate of a profile, links the claimed resume to them, and stores both in one transaction.</summary>
    /// <returns>The candidate as stored.</returns>
    /// <exception cref="LeaseLostException">Another worker has taken over.</exception>
    Task<Candidate> SaveCandidateAsync(Resume resume, ResumeProfile profile, CancellationToken cancellationToken);

    /// <summary>Puts a resume that failed and came by itself back into the queue, as if it had never been tried.</summary>
    /// <returns>The resume, detached; <c>null</c> where it has not failed, or somebody else was faster.</returns>
    Task<Resume?> RetryAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease of a claimed resume.</summary>
    /// <exception cref="LeaseLostException">Another worker has taken over.</exception>
    Task RenewLeaseAsync(Resume resume, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Stores a claimed resume and lets go of it, for another attempt to begin after <paramref name="delay"/>.</summary>
    /// <exception cref="LeaseLostException">Another worker has taken over.</exception>
    Task ReleaseAsync(Resume resume, TimeSpan delay, CancellationToken cancellationToken);
}
