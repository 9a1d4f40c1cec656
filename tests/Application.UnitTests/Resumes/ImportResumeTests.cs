using HotGigs.Application.Matching;
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
    public async Task A_file_of_many_ends_without_a_notification_of_its_own()
    {
        var batch = ResumeBatch.OfBulkUpload(People.Rita, At.Noon);
        var (file, _) = batch.Add("ada.pdf", new StoredDocument("7f/7f02", ResumeFormat.Pdf, 1_234), At.Noon);
        file.Claim("worker 1", At.Noon);

        await import.ImportAsync(file);

        Assert.Equal((ResumeStatus.Completed, At.Noon), (file.Status, file.AnnouncedAt));
        Assert.Equal(file.CandidateId, Assert.Single(import.Resumes.Candidates).Id);
        Assert.Empty(import.Told("rita"));
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
    public async Task The_candidate_is_matched_with_all_open_jobs_before_it_completes()
    {
        var (first, second) = (Ids.Of(41), Ids.Of(42));
        var stretches = new List<Guid?>();
        import.Matches.CompareCandidateAsync(default, default!, default).ReturnsForAnyArgs(call =>
        {
            Assert.Equal((ProcessingStep.MatchingJobs, resume.CandidateId), (resume.Step, call.Arg<Guid>()));
            stretches.Add(call.Arg<Stretch>().After);
            return new ComparedPage(stretches.Count switch { 1 => first, 2 => second, _ => null }, []);
        });

        await import.ImportAsync(resume);

        Assert.Equal([null, first, second], stretches);
        Assert.Equal(ResumeStatus.Completed, resume.Status);
    }

    [Fact]
    public async Task A_match_is_told_to_the_recruiter_who_has_the_candidate_and_to_the_one_who_posted_the_job()
    {
        import.Matches.CompareCandidateAsync(default, default!, default).ReturnsForAnyArgs(call =>
            new ComparedPage(null, [new FoundMatch(Ids.Match, 91, call.Arg<Guid>(), Ids.Of(7), "Analyst", "adam")]));

        await import.ImportAsync(resume);

        Assert.Contains("New Candidate Match Found: New 91% match found: Ada Lovelace for Analyst", import.Told("rita"));
        Assert.Equal(["New Candidate Match Found: New 91% match found: Ada Lovelace for Analyst"], import.Told("adam"));
        await import.Matches.Received(1).MarkToldAsync(
            Arg.Is<IReadOnlyCollection<FoundMatch>>(told => told.Single().MatchId == Ids.Match), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("sam", "a recruiter who may not see the candidate")]
    [InlineData("carla", "no recruiter any more")]
    [InlineData("gone", "a user who was never here")]
    public async Task Whoever_posted_the_job_is_not_told_of_a_candidate_they_may_not_see(string poster, string why)
    {
        import.Matches.CompareCandidateAsync(default, default!, default).ReturnsForAnyArgs(call =>
            new ComparedPage(null, [new FoundMatch(Ids.Match, 91, call.Arg<Guid>(), Ids.Of(7), "Analyst", poster)]));

        await import.ImportAsync(resume);

        Assert.True(import.Told(poster).Count == 0, why);
    }

    [Fact]
    public async Task Everyone_is_looked_up_once_however_many_jobs_match()
    {
        var few = await LookupsAsync(new ImportHarness(), matches: 3);
        var many = await LookupsAsync(new ImportHarness(), matches: 99);

        Assert.Equal(few, many);

        static async Task<(int Candidates, int Users)> LookupsAsync(ImportHarness import, int matches)
        {
            string[] posters = ["adam", "sam", "rita"];
            import.Matches.CompareCandidateAsync(default, default!, default).ReturnsForAnyArgs(call => new ComparedPage(
                null,
                [.. Enumerable.Range(0, matches).Select(i => new FoundMatch(Ids.Of(1_000 + i), 91, call.Arg<Guid>(), Ids.Of(7), "Analyst", posters[i % 3]))]));

            await import.ImportAsync(Some.Claimed());

            Assert.Equal(matches, import.Told("rita").Count(told => told.StartsWith("New Candidate Match Found", StringComparison.Ordinal)));
            return (import.Resumes.CandidateLookups, import.Users.Lookups);
        }
    }

    [Fact]
    public async Task A_parser_that_is_not_available_is_no_fault_of_the_document()
    {
        import.Parser.ParseAsync(default!, default, default).ThrowsForAnyArgs(new ParserUnavailableException("Down."));

        await Assert.ThrowsAsync<ParserUnavailableException>(() => import.ImportAsync(resume));

        Assert.Equal((ResumeStatus.Processing, null), (resume.Status, resume.Error));
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
