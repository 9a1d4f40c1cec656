using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Application.UnitTests.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace HotGigs.Application.UnitTests.Candidates;

public sealed class CandidateQueryTests
{
    private static readonly ListCandidates All = new(People.Rita, 0, 20, null, null, []);

    private readonly ICandidateViews views = Substitute.For<ICandidateViews>();

    [Fact]
    public async Task Looking_at_a_candidate_is_remembered()
    {
        var (_, candidate) = Some.Completed(People.Carla, ResumeSource.CandidateUpload);

        var profile = await Get(candidate);

        Assert.Equal((candidate.Id, "carla", "application"), (profile.CandidateId, profile.UserId, profile.Source));
        Assert.Equal(At.Noon, profile.LastViewedAt);
        await views.Received(1).RecordAsync(candidate.Id, "rita", At.Noon, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_candidate_one_may_not_see_is_not_found_and_was_not_looked_at()
    {
        var (_, candidate) = Some.Completed(People.Sam);

        Assert.Equal(ErrorCode.NotFound, (await App.RefusalOf(() => Get(candidate))).Code);
        await views.DidNotReceiveWithAnyArgs().RecordAsync(default, default!, default, default);
    }

    [Fact]
    public async Task The_list_is_asked_for_as_the_request_says()
    {
        var reader = Substitute.For<ICandidateReader>();
        var (_, candidate) = Some.Completed();
        reader.ListAsync(default!, default!, default)
            .ReturnsForAnyArgs(new CandidatePage([new ListedCandidate(candidate, At.Minute(3))], 41));
        string[] tags = ["senior"];

        var list = await App.With(ports => ports.AddSingleton(reader))
            .Send(new ListCandidates(People.Rita, 20, 10, "ada", "bulk_upload", tags));

        await reader.Received(1).ListAsync(
            People.Rita, new CandidateFilter(20, 10, "ada", CandidateSource.BulkUpload, tags), Arg.Any<CancellationToken>());
        var listed = Assert.Single(list.Candidates);
        Assert.Equal((41, candidate.Id, At.Minute(3)), (list.Total, listed.CandidateId, listed.LastViewedAt));
        Assert.Null(listed.UserId);
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_refused_by_its_field()
    {
        await Refused("skip", All with { Skip = -1 });
        await Refused("limit", All with { Limit = 0 });
        await Refused("limit", All with { Limit = 101 });
        await Refused("search", All with { Search = new string('s', 201) });
        await Refused("tags", All with { Tags = [.. Enumerable.Range(0, 21).Select(n => $"{n}")] });
        Assert.Equal(
            "A source is one of application, resume_import, bulk_upload, google_drive, admin_share.",
            await Refused("source", All with { Source = "Application" }));
    }

    private static Task<string> Refused(string field, ListCandidates query) =>
        App.InvalidFieldOf(field, () => App.With(ports => ports.AddSingleton<ICandidateReader>(new FakeResumes())).Send(query));

    private Task<CandidateProfileDto> Get(Candidate candidate) => App
        .With(ports => ports.AddSingleton<ICandidateReader>(new FakeResumes().Have(candidate)).AddSingleton(views))
        .Send(new GetCandidate(People.Rita, candidate.Id));
}
