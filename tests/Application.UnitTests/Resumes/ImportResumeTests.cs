using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HotGigs.Application.UnitTests.Resumes;

public sealed class ImportResumeTests
{
    private readonly ImportHarness import = new();
    private readonly Resume resume = Some.Claimed();

    [Fact]
    public async Task Every_step_is_saved_in_order_up_to_the_end()
    {
        await import.ImportAsync(resume);

        Assert.Equal(
            [
                (10, "Extracting text from document"), (20, "Running parser"), (60, "Structuring extracted data"),
                (80, "Creating candidate profile"), (90, "Matching with jobs"), (100, "Completed"), (100, "Completed"),
            ],
            import.Resumes.Saved.Select(progress => (progress.Percentage, progress.CurrentStep)));
        Assert.Equal((ResumeStatus.Completed, At.Noon), (resume.Status, resume.AnnouncedAt));
    }

    [Fact]
    public async Task What_the_parser_read_becomes_the_candidate()
    {
        await import.ImportAsync(resume);

        var candidate = Assert.Single(import.Resumes.Candidates);
        Assert.Equal(("Ada Lovelace", "ada@mail.example", "rita"), (candidate.FullName, candidate.Email, candidate.OwnerId));
        Assert.Equal(candidate.Id, resume.CandidateId);
        await import.Parser.Received(1).ParseAsync(Some.Text, new DateOnly(2026, 3, 1), Arg.Any<CancellationToken>());
        import.Files.Received(1).Open(resume.StorageKey);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_fails_with_the_reason_and_is_not_announced()
    {
        import.Extractor.Extract(default!, default, default).ThrowsForAnyArgs(new UnreadableResumeException("The PDF is protected."));

        await import.ImportAsync(resume);

        var end = import.Resumes.Saved[^1];
        Assert.Equal(
            (ResumeStatus.Failed, "Extracting text from document", "The PDF is protected."), (end.Status, end.CurrentStep, end.Error));
        Assert.Empty(import.Resumes.Candidates);
        Assert.Empty(import.Told("rita"));
    }

    [Fact]
    public async Task A_document_without_name_and_address_fails_while_it_is_structured()
    {
        import.Parser.ParseAsync(default!, default, default).ReturnsForAnyArgs(new ResumeProfile { Phone = "+44 20 7946 0958" });

        await import.ImportAsync(resume);

        Assert.Equal((ResumeStatus.Failed, ProcessingStep.StructuringData), (resume.Status, resume.Step));
        Assert.StartsWith("No name and no e-mail address were found", resume.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_takes_too_long_to_read_fails_with_what_to_do_about_it()
    {
        import.Options.ReadTimeout = TimeSpan.FromMilliseconds(20);
        import.Extractor.Extract(default!, default, default).ReturnsForAnyArgs(call =>
        {
            call.Arg<CancellationToken>().WaitHandle.WaitOne();
            call.Arg<CancellationToken>().ThrowIfCancellationRequested();
            return Some.Text;
        });

        await import.ImportAsync(resume);

        Assert.Equal(ResumeStatus.Failed, resume.Status);
        Assert.Equal("Reading this document takes too long. Save it as a new PDF or DOCX and upload that.", resume.Error);
    }

    [Fact]
    public async Task A_parser_that_never_comes_back_is_given_up_too()
    {
        using var release = new ManualResetEventSlim();
        import.Options.ReadTimeout = TimeSpan.FromMilliseconds(20);
        import.Parser.ParseAsync(default!, default, default).ReturnsForAnyArgs(_ =>
        {
            release.WaitHandle.WaitOne();
            return Some.Profile;
        });

        await import.ImportAsync(resume);
        release.Set();

        Assert.Equal((ResumeStatus.Failed, ProcessingStep.RunningParser), (resume.Status, resume.Step));
    }

    [Fact]
    public async Task What_is_not_the_documents_fault_is_passed_on_for_another_attempt()
    {
        import.Parser.ParseAsync(default!, default, default).ThrowsForAnyArgs(new InvalidOperationException("A bug."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => import.ImportAsync(resume));

        Assert.Equal((ResumeStatus.Processing, ProcessingStep.RunningParser, null), (resume.Status, resume.Step, resume.Error));
    }

    [Fact]
    public async Task A_stopping_server_is_no_fault_of_the_document()
    {
        using var stopping = new CancellationTokenSource();
        import.Extractor.Extract(default!, default, default).ReturnsForAnyArgs(_ =>
        {
            stopping.Cancel();
            return Some.Text;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.ImportAsync(resume, stopping.Token));

        Assert.Equal(ResumeStatus.Processing, resume.Status);
    }

    [Fact]
    public async Task What_completed_before_the_server_died_is_only_announced()
    {
        var (completed, candidate) = Some.Completed();
        import.Resumes.Have(completed, candidate);

        await import.ImportAsync(completed);

        import.Extractor.DidNotReceiveWithAnyArgs().Extract(default!, default, default);
        Assert.Equal(2, import.Told("rita").Count);
        Assert.NotNull(completed.AnnouncedAt);
    }

    [Fact]
    public async Task What_failed_is_neither_read_nor_announced_again()
    {
        resume.Fail("The PDF is protected.", At.Noon);

        await import.ImportAsync(resume);

        Assert.Empty(import.Resumes.Saved);
        Assert.Empty(import.Told("rita"));
    }
}
