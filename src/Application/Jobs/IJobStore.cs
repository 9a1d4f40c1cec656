using HotGigs.Domain.Jobs;

namespace HotGigs.Application.Jobs;

/// <summary>Stores jobs. Whoever has to be compared anew is queued in the same transaction.</summary>
public interface IJobStore
{
    /// <summary>Stores a new job, and queues its comparison with all candidates.</summary>
    Task AddAsync(Job job, CancellationToken cancellationToken);

    /// <summary>Finds a job. What it returns is detached: only <see cref="ChangeAsync"/> stores changes.</summary>
    Task<Job?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Lists jobs, the latest posted first.</summary>
    Task<JobPage> ListAsync(JobFilter filter, CancellationToken cancellationToken);

    /// <summary>Changes a job as it is now, and queues its comparison where <paramref name="change"/> says so.</summary>
    /// <param name="id">The job.</param>
    /// <param name="change">Changes it, and says whether candidates have to be compared with it anew; may run more than once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The job as stored; <c>null</c> where there is none.</returns>
    Task<Job?> ChangeAsync(Guid id, Func<Job, bool> change, CancellationToken cancellationToken);

    /// <summary>Removes a job, its matches and its place in the queue.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Which jobs to list.</summary>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Limit">How many to return at most.</param>
/// <param name="Search">Words that all have to occur in title, company, location or skills; case does not matter.</param>
/// <param name="Status">Only those in this status.</param>
public sealed record JobFilter(int Skip, int Limit, string? Search, JobStatus? Status);

/// <summary>One page of jobs, and how many there are in all.</summary>
public sealed record JobPage(IReadOnlyList<Job> Jobs, int Total);
