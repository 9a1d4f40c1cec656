using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace HotGigs.Application.UnitTests.Resumes;

/// <summary>Who may see a resume: the same rule whether it is watched, asked for, read or downloaded.</summary>
public sealed class ResumeAccessTests
{
    private readonly FakeResumes resumes = new();
    private readonly IResumeFiles files = Substitute.For<IResumeFiles>();
    private readonly IResumeBatches batches = Substitute.For<IResumeBatches>();

    [Fact]
    public async Task Its_uploader_sees_it_from_the_first_moment()
    {
        resumes.Have(Some.Uploaded(People.Carla, ResumeSource.CandidateUpload));

        Assert.Equal(ResumeStatus.Uploaded, (await Watch(People.Carla)).Status);
    }

    [Fact]
    public async Task An_admin_sees_every_resume()
    {
        resumes.Have(Some.Uploaded(People.Rita));

        await Watch(People.Adam);
    }

    [Fact]
    public async Task A_recruiter_sees_the_resume_of_a_candidate_in_the_pool_once_there_is_one()
    {
        resumes.Have(Some.Uploaded(People.Carla, ResumeSource.CandidateUpload));
        await AssertHidden(People.Rita);

        var (resume, candidate) = Some.Completed(People.Carla, ResumeSource.CandidateUpload);
        resumes.Have(resume, candidate);

        Assert.Equal(100, (await Watch(People.Rita)).Percentage);
    }

    [Fact]
    public async Task A_recruiter_does_not_see_the_resume_of_another_ones_candidate()
    {
        var (resume, candidate) = Some.Completed(People.Rita);
        resumes.Have(resume, candidate);

        await AssertHidden(People.Sam);
    }

    [Fact]
    public async Task Candidates_and_services_see_no_resume_they_did_not_upload()
    {
        var (resume, candidate) = Some.Completed(People.Adam);
        resumes.Have(resume, candidate);

        await AssertHidden(People.Carla);
        await AssertHidden(People.Robot);
        await AssertHidden(People.Nobody);
    }

    [Fact]
    public async Task A_resume_one_may_not_see_looks_like_one_that_does_not_exist()
    {
        resumes.Have(Some.Uploaded(People.Rita));
        var hidden = await App.RefusalOf(() => Watch(People.Sam));
        var missing = await App.RefusalOf(() => Mediator().Send(new WatchResume(People.Sam, Ids.Of(99))));

        Assert.Equal((missing.Code, missing.Message), (hidden.Code, hidden.Message));
    }

    [Fact]
    public async Task The_status_says_where_it_stands()
    {
        var resume = Some.Claimed();
        resume.Advance(ProcessingStep.RunningParser, At.Minute(1));
        resumes.Have(resume);

        Assert.Equal(
            new ResumeStatusDto(resume.Id, "ada.pdf", "processing", 20, "Running parser", null, At.Noon, At.Noon, null, null),
            await Mediator().Send(new GetResumeStatus(People.Rita, resume.Id)));
    }

    [Fact]
    public async Task The_data_can_be_read_once_it_has_completed()
    {
        var (resume, candidate) = Some.Completed();
        resumes.Have(resume, candidate);

        var data = await Mediator().Send(new GetResumeData(People.Rita, resume.Id));

        Assert.Equal((resume.Id, "Ada Lovelace", "ada@mail.example"), (data.ResumeId, data.FullName, data.Email));
    }

    [Fact]
    public async Task While_it_is_being_processed_data_and_document_are_a_conflict()
    {
        var resume = Some.Claimed();
        resumes.Have(resume);

        Assert.Equal(ErrorCode.Conflict, (await App.RefusalOf(() => Mediator().Send(new GetResumeData(People.Rita, resume.Id)))).Code);
        Assert.Equal(ErrorCode.Conflict, (await App.RefusalOf(() => Mediator().Send(new DownloadResume(People.Rita, resume.Id)))).Code);
    }

    [Fact]
    public async Task A_failed_one_has_no_data_but_its_document_can_be_had_back()
    {
        var resume = Some.Claimed();
        resume.Fail("The PDF is protected.", At.Noon);
        resumes.Have(resume);
        files.Open(resume.StorageKey).Returns(new MemoryStream());

        var refusal = await App.RefusalOf(() => Mediator().Send(new GetResumeData(People.Rita, resume.Id)));
        var document = await Mediator().Send(new DownloadResume(People.Rita, resume.Id));

        Assert.Equal((ErrorCode.Conflict, "This resume could not be processed: The PDF is protected."), (refusal.Code, refusal.Message));
        Assert.Equal(("ada.pdf", "application/pdf"), (document.FileName, document.ContentType));
    }

    [Fact]
    public async Task A_batch_is_watched_by_its_id_by_its_owner_and_by_admins()
    {
        var batch = ResumeBatch.OfBulkUpload(People.Rita, At.Noon);
        batch.Refuse("photo.png", "An image.");
        batch.Refuse("song.mp3", "A sound.");
        batch.Seal(At.Noon);
        batches.FindAsync(batch.Id, Arg.Any<CancellationToken>()).Returns(batch);

        var mine = await Mediator().Send(new WatchResume(People.Rita, batch.Id));

        Assert.Equal((batch.Id, 100, "2 of 2 files", new BatchCounts(2, 0, 2)), (mine.ResumeId, mine.Percentage, mine.CurrentStep, mine.Batch));
        Assert.Equal(mine, await Mediator().Send(new WatchResume(People.Adam, batch.Id)));
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Mediator().Send(new WatchResume(People.Sam, batch.Id)))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Mediator().Send(new GetBatch(People.Sam, batch.Id)))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Mediator().Send(new RetryFailedFiles(People.Sam, batch.Id)))).Code);
    }

    private Task<ResumeProgress> Watch(UserIdentity user) => Mediator().Send(new WatchResume(user, Ids.Of(1)));

    private async Task AssertHidden(UserIdentity user)
    {
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Watch(user))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Mediator().Send(new GetResumeStatus(user, Ids.Of(1))))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Mediator().Send(new GetResumeData(user, Ids.Of(1))))).Code);
        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Mediator().Send(new DownloadResume(user, Ids.Of(1))))).Code);
        files.DidNotReceiveWithAnyArgs().Open(default!);
    }

    private IMediator Mediator() => App.With(ports => ports
        .AddSingleton<IResumeStore>(resumes)
        .AddSingleton<ICandidateReader>(resumes)
        .AddSingleton(batches)
        .AddSingleton(Substitute.For<IResumeQueueSignal>())
        .AddSingleton(files));
}
