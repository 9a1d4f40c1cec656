using System.Collections.Concurrent;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>The real store, with a place to hold an import at any of its steps: after it was stored and published.</summary>
internal sealed class PacedResumeStore(IResumeStore store) : IResumeStore
{
    private readonly ConcurrentDictionary<string, Func<ResumeProgress, Task>> paces = new();

    /// <summary>Lets the resumes of a user go on only when the task ends that this gives for each step.</summary>
    public void Pace(string uploaderId, Func<ResumeProgress, Task> pace) => paces[uploaderId] = pace;

    public Task AddAsync(Resume resume, CancellationToken cancellationToken) => store.AddAsync(resume, cancellationToken);

    public Task<Resume?> FindAsync(Guid id, CancellationToken cancellationToken) => store.FindAsync(id, cancellationToken);

    public Task<IReadOnlyList<Resume>> ListUnfinishedAsync(
        string uploadedBy, (DateTimeOffset UploadedAt, Guid Id)? before, int limit, CancellationToken cancellationToken) =>
        store.ListUnfinishedAsync(uploadedBy, before, limit, cancellationToken);

    public Task<IReadOnlySet<string>> FindStorageKeysAsync(
        IReadOnlyCollection<string> storageKeys, CancellationToken cancellationToken) =>
        store.FindStorageKeysAsync(storageKeys, cancellationToken);

    public async Task<Resume?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        var claimed = await store.ClaimNextAsync(worker, lease, cancellationToken);
        if (claimed is not null)
            await WaitAsync(claimed, cancellationToken);
        return claimed;
    }

    public Task<Resume?> RetryAsync(Guid id, CancellationToken cancellationToken) => store.RetryAsync(id, cancellationToken);

    public async Task SaveAsync(Resume resume, CancellationToken cancellationToken)
    {
        await store.SaveAsync(resume, cancellationToken);
        await WaitAsync(resume, cancellationToken);
    }

    public Task<Candidate> SaveCandidateAsync(Resume resume, ResumeProfile profile, CancellationToken cancellationToken) =>
        store.SaveCandidateAsync(resume, profile, cancellationToken);

    public Task RenewLeaseAsync(Resume resume, TimeSpan lease, CancellationToken cancellationToken) =>
        store.RenewLeaseAsync(resume, lease, cancellationToken);

    public Task ReleaseAsync(Resume resume, TimeSpan delay, CancellationToken cancellationToken) =>
        store.ReleaseAsync(resume, delay, cancellationToken);

    private Task WaitAsync(Resume resume, CancellationToken cancellationToken) =>
        paces.TryGetValue(resume.UploadedBy, out var pace) ? pace(resume.Progress).WaitAsync(cancellationToken) : Task.CompletedTask;
}
