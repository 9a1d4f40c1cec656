using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Resumes;

/// <summary>Who hears of an imported resume.</summary>
public sealed class AnnounceImportedResumeTests
{
    private const string Completed = "Resume Processing Complete: Resume for Ada Lovelace has been processed successfully";
    private const string Added = "New Candidate Added: Ada Lovelace has been added to your candidates";
    private const string AddedToPool = "New Candidate Added: Ada Lovelace has been added to the candidate pool";

    private readonly ImportHarness import = new();

    [Fact]
    public async Task A_recruiter_hears_that_it_is_done_and_of_their_new_candidate()
    {
        await AnnounceNew(People.Rita, ResumeSource.RecruiterUpload);

        Assert.Equal([Completed, Added], import.Told("rita"));
        Assert.Empty(import.Told("sam"));
    }

    [Fact]
    public async Task A_candidate_hears_that_it_is_done_and_every_recruiter_of_the_new_one_in_the_pool()
    {
        await AnnounceNew(People.Carla, ResumeSource.CandidateUpload);

        Assert.Equal([Completed], import.Told("carla"));
        Assert.Equal([AddedToPool], import.Told("rita"));
        Assert.Equal([AddedToPool], import.Told("sam"));
    }

    [Fact]
    public async Task What_an_admin_uploads_is_in_the_pool_too()
    {
        await AnnounceNew(People.Adam, ResumeSource.RecruiterUpload);

        Assert.Equal([Completed], import.Told("adam"));
        Assert.Equal([AddedToPool], import.Told("rita"));
        Assert.Equal([AddedToPool], import.Told("sam"));
    }

    [Fact]
    public async Task A_newer_resume_of_a_known_candidate_brings_no_new_one()
    {
        var (_, candidate) = Some.Completed(number: 1);
        var newer = Some.Claimed(number: 2);
        candidate.Update(newer.Id, Some.Profile, At.Noon);
        Some.Complete(newer, candidate);
        import.Resumes.Have(newer, candidate);

        await import.AnnounceAsync(newer);

        Assert.Equal([Completed], import.Told("rita"));
    }

    [Fact]
    public async Task Announcing_again_tells_nobody_twice()
    {
        var resume = await AnnounceNew(People.Rita, ResumeSource.RecruiterUpload);

        await import.AnnounceAsync(resume);

        Assert.Equal([Completed, Added], import.Told("rita"));
        Assert.Equal(2, import.Feeds.FeedOf("rita").Seq);
    }

    [Fact]
    public async Task Announcing_is_stored_last_so_that_a_crash_before_repeats_it()
    {
        var resume = await AnnounceNew(People.Rita, ResumeSource.RecruiterUpload);

        Assert.Equal(At.Noon, resume.AnnouncedAt);
        Assert.Equal(resume.Version, Assert.Single(import.Resumes.Saved).Version);
    }

    [Fact]
    public async Task A_candidate_deleted_meanwhile_ends_it_quietly()
    {
        var (resume, _) = Some.Completed();
        import.Resumes.Have(resume);

        await import.AnnounceAsync(resume);

        Assert.Empty(import.Told("rita"));
        Assert.NotNull(resume.AnnouncedAt);
    }

    private async Task<Resume> AnnounceNew(UserIdentity uploader, ResumeSource source)
    {
        var (resume, candidate) = Some.Completed(uploader, source);
        import.Resumes.Have(resume, candidate);
        await import.AnnounceAsync(resume);
        return resume;
    }
}
