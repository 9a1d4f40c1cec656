using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;

namespace HotGigs.Domain.UnitTests.Candidates;

public sealed class CandidateSourcesTests
{
    [Theory]
    [InlineData(ResumeSource.CandidateUpload, CandidateSource.Application)]
    [InlineData(ResumeSource.RecruiterUpload, CandidateSource.ResumeImport)]
    [InlineData(ResumeSource.ApiImport, CandidateSource.ResumeImport)]
    [InlineData(ResumeSource.BulkUpload, CandidateSource.BulkUpload)]
    [InlineData(ResumeSource.GoogleDrive, CandidateSource.GoogleDrive)]
    public void How_a_resume_came_says_how_its_candidate_did(ResumeSource resume, CandidateSource candidate) =>
        Assert.Equal(candidate, CandidateSources.Of(resume));

    [Fact]
    public void Every_way_a_resume_can_come_is_known() =>
        Assert.All(Enum.GetValues<ResumeSource>(), source => CandidateSources.Of(source));

    [Fact]
    public void An_undeclared_way_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CandidateSources.Of(0));
}
