using HotGigs.Application.Candidates;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Fakes;

/// <summary>Resumes and candidates in memory; it keeps what was saved in the order it was.</summary>
internal sealed class FakeResumes : IResumeStore, ICandidateReader
{
    private readonly Dictionary<Guid, Resume> resumes = [];
    private readonly Dictionary<Guid, Candidate> candidates = [];
    private readonly List<CandidateShare> shares = [];

    /// <summary>Where each save left a resume.</summary>
    public List<ResumeProgress> Saved { get; } = [];

    /// <summary>How often candidates were looked for.</summary>
    public int CandidateLookups { get; private set; }

    public Exception? AddFails { get; set; }

    public IReadOnlyCollection<Resume> All => resumes.Values;

    public IReadOnlyCollection<Candidate> Candidates => candidates.Values;

    public FakeResumes Have(Resume resume, Candidate? candidate = null)
    {
        resumes[resume.Id] = resume;
        return candidate is null ? this : Have(candidate);
    }

    public FakeResumes Have(Candidate candidate)
    {
        candidates[candidate.Id] = candidate;
        return this;
    }

    public FakeResumes Have(CandidateShare share)
    {
        shares.Add(share);
        return this;
    }

    public Task AddAsync(Resume resume, CancellationToken cancellationToken)
    {
        if (AddFails is { } error)
            return Task.FromException(error);
        Have(resume);
        return Task.CompletedTask;
    }

    public Task<Resume?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult(resumes.GetValueOrDefault(id));

    public Task SaveAsync(Resume resume, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Saved.Add(resume.Progress);
        Have(resume);
        return Task.CompletedTask;
    }

    public Task<Candidate> SaveCandidateAsync(Resume resume, ResumeProfile profile, CancellationToken cancellationToken)
    {
        var candidate = candidates.Values.SingleOrDefault(one => one.OwnerId == resume.CandidateOwnerId && one.Email == profile.Email);
        if (candidate is null)
            Have(candidate = Candidate.FromResume(resume, profile, At.Noon));
        else
            candidate.Update(resume.Id, profile, At.Noon);
        resume.LinkCandidate(candidate.Id, profile);
        return Task.FromResult(candidate);
    }

    Task<Candidate?> ICandidateReader.FindAsync(Guid id, CancellationToken cancellationToken)
    {
        CandidateLookups++;
        return Task.FromResult(candidates.GetValueOrDefault(id));
    }

    public Task<IReadOnlyList<Candidate>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        CandidateLookups++;
        return Task.FromResult<IReadOnlyList<Candidate>>([.. candidates.Values.Where(candidate => ids.Contains(candidate.Id))]);
    }

    public Task<VisibleCandidate?> FindVisibleAsync(UserIdentity user, Guid id, CancellationToken cancellationToken)
    {
        CandidateLookups++;
        var share = shares.Find(share => share.CandidateId == id && share.RecruiterId == user.Id);
        return Task.FromResult(candidates.TryGetValue(id, out var candidate) && candidate.IsVisibleTo(user, share is not null)
            ? new VisibleCandidate(candidate, share)
            : null);
    }

    public Task<CandidatePage> ListAsync(UserIdentity user, CandidateFilter filter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Resume>> ListUnfinishedAsync(
        string uploadedBy, (DateTimeOffset UploadedAt, Guid Id)? before, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Paging is tested on a real database.");

    public Task<IReadOnlySet<string>> FindStorageKeysAsync(
        IReadOnlyCollection<string> storageKeys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(resumes.Values.Select(resume => resume.StorageKey).Intersect(storageKeys).ToHashSet());

    public Task<Resume?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<Resume?> RetryAsync(Guid id, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The queue is tested on a real database.");

    public Task RenewLeaseAsync(Resume resume, TimeSpan lease, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task ReleaseAsync(Resume resume, TimeSpan delay, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
