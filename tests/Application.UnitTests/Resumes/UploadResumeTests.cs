using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HotGigs.Application.UnitTests.Resumes;

public sealed class UploadResumeTests : IAsyncDisposable
{
    private readonly FakeResumes resumes = new();
    private readonly IResumeFiles files = Substitute.For<IResumeFiles>();
    private readonly IResumeFormatSniffer sniffer = Substitute.For<IResumeFormatSniffer>();
    private readonly IResumeQueueSignal queue = Substitute.For<IResumeQueueSignal>();
    private readonly FakeUpload file = new();

    public ValueTask DisposeAsync() => file.DisposeAsync();

    public UploadResumeTests() => sniffer.Sniff(default!, default!).ReturnsForAnyArgs(ResumeFormat.Docx);

    [Fact]
    public async Task An_upload_is_kept_queued_and_answered()
    {
        var answer = await Upload(People.Rita);

        var resume = Assert.Single(resumes.All);
        Assert.Equal(
            new UploadedResume(resume.Id, "ada.docx", "uploaded", "The resume has been uploaded and is waiting to be processed."), answer);
        Assert.Equal(("rita", ResumeFormat.Docx, 1_234), (resume.UploadedBy, resume.Format, resume.Size));
        Assert.Equal((FakeUpload.StorageKey, At.Noon), (resume.StorageKey, resume.UploadedAt));
        Assert.True(file.Kept);
        queue.Received(1).Wake();
    }

    [Fact]
    public async Task The_name_is_made_safe_before_anything_sees_it()
    {
        var answer = await Upload(People.Rita, fileName: @"C:\Users\ada\..\ada.docx");

        Assert.Equal("ada.docx", answer.Filename);
        Assert.Equal("ada.docx", Assert.Single(resumes.All).FileName);
        sniffer.Received(1).Sniff(file.Content, "ada.docx");
    }

    [Theory]
    [InlineData(Roles.Recruiter, ResumeSource.RecruiterUpload)]
    [InlineData(Roles.Admin, ResumeSource.RecruiterUpload)]
    [InlineData(Roles.Candidate, ResumeSource.CandidateUpload)]
    [InlineData(Roles.Service, ResumeSource.ApiImport)]
    [InlineData(Roles.Candidate | Roles.Recruiter, ResumeSource.RecruiterUpload)]
    public async Task Without_a_source_it_goes_by_the_role(Roles roles, ResumeSource source)
    {
        await Upload(People.Rita with { Roles = roles });
        await Upload(People.Rita with { Roles = roles }, source: "");

        Assert.All(resumes.All, resume => Assert.Equal(source, resume.Source));
    }

    [Theory]
    [InlineData(Roles.Recruiter, "recruiter_upload")]
    [InlineData(Roles.Recruiter, "api_import")]
    [InlineData(Roles.Admin, "recruiter_upload")]
    [InlineData(Roles.Admin, "api_import")]
    [InlineData(Roles.Candidate, "candidate_upload")]
    [InlineData(Roles.Service, "api_import")]
    public async Task A_role_may_name_its_own_sources(Roles roles, string source)
    {
        await Upload(People.Rita with { Roles = roles }, source);

        Assert.Single(resumes.All);
    }

    [Theory]
    [InlineData(Roles.Recruiter, "candidate_upload")]
    [InlineData(Roles.Recruiter, "bulk_upload")]
    [InlineData(Roles.Admin, "google_drive")]
    [InlineData(Roles.Candidate, "recruiter_upload")]
    [InlineData(Roles.Candidate, "api_import")]
    [InlineData(Roles.Service, "recruiter_upload")]
    [InlineData(Roles.Recruiter, "Recruiter_Upload")]
    [InlineData(Roles.Recruiter, "nonsense")]
    public async Task Any_other_source_is_refused_before_anything_is_kept(Roles roles, string source)
    {
        var reason = await App.InvalidFieldOf("source", () => Upload(People.Rita with { Roles = roles }, source));

        Assert.StartsWith("The source of your single uploads is '", reason, StringComparison.Ordinal);
        AssertNothingKept();
    }

    [Fact]
    public async Task Without_any_role_nothing_can_be_uploaded()
    {
        Assert.Equal(ErrorCode.Forbidden, (await App.RefusalOf(() => Upload(People.Nobody))).Code);
        AssertNothingKept();
    }

    [Fact]
    public async Task A_file_of_another_format_is_refused_with_the_reason_on_its_field()
    {
        sniffer.Sniff(default!, default!).ThrowsForAnyArgs(new UnsupportedResumeException("This is a picture."));

        var refusal = await App.RefusalOf(() => Upload(People.Rita));

        Assert.Equal((ErrorCode.UnsupportedFile, "This is a picture."), (refusal.Code, refusal.Message));
        Assert.Equal("This is a picture.", Assert.Single(refusal.Errors!["file"]));
        AssertNothingKept();
    }

    [Fact]
    public async Task A_file_of_exactly_the_limit_is_taken()
    {
        await Upload(People.Rita, upload: new FakeUpload(10 * 1024 * 1024));

        Assert.Single(resumes.All);
    }

    [Fact]
    public async Task One_byte_more_is_too_large()
    {
        var refusal = await App.RefusalOf(() => Upload(People.Rita, upload: new FakeUpload((10 * 1024 * 1024) + 1)));

        Assert.Equal((ErrorCode.TooLarge, "The file is larger than 10 MB."), (refusal.Code, refusal.Message));
        AssertNothingKept();
    }

    [Fact]
    public async Task A_file_whose_resume_could_not_be_stored_is_deleted_again()
    {
        resumes.AddFails = new TimeoutException("The database does not answer.");

        await Assert.ThrowsAsync<TimeoutException>(() => Upload(People.Rita));

        files.Received(1).Delete(FakeUpload.StorageKey);
        queue.DidNotReceive().Wake();
    }

    [Fact]
    public async Task A_file_that_was_taken_in_stays()
    {
        await Upload(People.Rita);

        files.DidNotReceiveWithAnyArgs().Delete(default!);
    }

    private void AssertNothingKept()
    {
        Assert.Empty(resumes.All);
        Assert.False(file.Kept);
        queue.DidNotReceive().Wake();
    }

    private Task<UploadedResume> Upload(
        UserIdentity user, string? source = null, string? fileName = "ada.docx", FakeUpload? upload = null) => App
        .With(ports => ports
            .AddSingleton<IResumeStore>(resumes)
            .AddSingleton(files)
            .AddSingleton(sniffer)
            .AddSingleton(queue)
            .AddSingleton(Options.Create(new ResumeImportOptions())))
        .Send(new UploadResume(user, fileName, source, upload ?? file));
}
