using HotGigs.Domain.Resumes;

namespace HotGigs.Domain.UnitTests.Resumes;

/// <summary>A resume that another program imports.</summary>
public sealed class ResumeElsewhereTests
{
    [Fact]
    public void It_waits_at_the_beginning_and_is_nothing_for_the_import_queue()
    {
        var resume = Tracked();

        Assert.True(resume.IsElsewhere);
        Assert.Equal((ResumeStatus.Uploaded, ProcessingStep.Queued), (resume.Status, resume.Step));
        Assert.Equal((ResumeSource.ApiImport, "rita", "ada.pdf", ""), (resume.Source, resume.UploadedBy, resume.FileName, resume.StorageKey));
        Assert.Equal(At.Noon, resume.AnnouncedAt);
        Assert.Single(resume.TakeEvents());
    }

    [Fact]
    public void It_moves_to_where_it_is_reported_and_says_so()
    {
        var resume = Tracked();
        resume.TakeEvents();

        resume.Follow(new ResumeReport(ResumeStatus.Processing, ProcessingStep.RunningParser), At.Minute(1));

        Assert.Equal(At.Minute(1), resume.ProcessingStartedAt);
        Assert.Equal([new ResumeProgressed(resume.Progress)], resume.TakeEvents());
        Assert.Equal((ResumeStatus.Processing, 20), (resume.Progress.Status, resume.Progress.Percentage));
    }

    [Theory]
    [InlineData(ResumeStatus.Processing, ProcessingStep.RunningParser)]
    [InlineData(ResumeStatus.Processing, ProcessingStep.ExtractingText)]
    [InlineData(ResumeStatus.Uploaded, ProcessingStep.Queued)]
    public void What_lies_behind_it_or_comes_twice_changes_nothing(ResumeStatus status, ProcessingStep step)
    {
        var resume = Tracked();
        resume.Follow(new ResumeReport(ResumeStatus.Processing, ProcessingStep.RunningParser), At.Minute(1));
        var before = resume.Progress;
        resume.TakeEvents();

        resume.Follow(new ResumeReport(status, step), At.Minute(2));

        Assert.Equal(before, resume.Progress);
        Assert.Empty(resume.TakeEvents());
    }

    [Fact]
    public void It_begins_even_if_the_step_is_still_the_first()
    {
        var resume = Tracked();

        resume.Follow(new ResumeReport(ResumeStatus.Processing, ProcessingStep.Queued), At.Minute(1));

        Assert.Equal((ResumeStatus.Processing, ProcessingStep.Queued), (resume.Status, resume.Step));
    }

    [Fact]
    public void A_failure_stays_at_its_step_and_only_a_completion_comes_after_it()
    {
        var resume = Tracked();
        resume.Follow(new ResumeReport(ResumeStatus.Processing, ProcessingStep.RunningParser), At.Minute(1));

        resume.Follow(new ResumeReport(ResumeStatus.Failed, ProcessingStep.Queued, "It is damaged."), At.Minute(2));
        resume.Follow(new ResumeReport(ResumeStatus.Processing, ProcessingStep.MatchingJobs), At.Minute(3));
        resume.Follow(new ResumeReport(ResumeStatus.Failed, ProcessingStep.Queued, "Again."), At.Minute(4));

        Assert.Equal((ResumeStatus.Failed, ProcessingStep.RunningParser, "It is damaged."), (resume.Status, resume.Step, resume.Error));
        Assert.Equal(At.Minute(2), resume.ProcessingCompletedAt);

        resume.Follow(new ResumeReport(ResumeStatus.Completed, ProcessingStep.Completed), At.Minute(5));

        Assert.Equal((ResumeStatus.Completed, 100, null), (resume.Status, resume.Progress.Percentage, resume.Error));
    }

    [Fact]
    public void In_whichever_order_reports_come_they_lead_to_the_same_end()
    {
        ResumeReport[] reports =
        [
            new(ResumeStatus.Processing, ProcessingStep.RunningParser),
            new(ResumeStatus.Failed, ProcessingStep.Queued, "It is damaged."),
            new(ResumeStatus.Completed, ProcessingStep.Completed),
        ];
        foreach (var order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
        {
            var resume = Tracked();
            foreach (var index in order)
                resume.Follow(reports[index], At.Minute(1));
            Assert.Equal((ResumeStatus.Completed, null, ProcessingStep.Completed), (resume.Status, resume.Error, resume.Step));
        }
    }

    [Fact]
    public void It_may_learn_of_its_candidate_after_it_has_completed()
    {
        var resume = Tracked();
        resume.Follow(new ResumeReport(ResumeStatus.Completed, ProcessingStep.Completed), At.Minute(1));
        var candidate = Guid.CreateVersion7(At.Noon);
        var version = resume.Version;

        resume.Follow(new ResumeReport(ResumeStatus.Completed, ProcessingStep.Completed, CandidateId: candidate), At.Minute(2));
        resume.Follow(new ResumeReport(ResumeStatus.Completed, ProcessingStep.Completed, CandidateId: Guid.CreateVersion7(At.Noon)), At.Minute(3));

        Assert.Equal((candidate, version + 1), (resume.CandidateId, resume.Version));
    }

    [Fact]
    public void A_resume_that_is_imported_here_follows_nobody() => Assert.Throws<InvalidOperationException>(() =>
        Some.Uploaded().Follow(new ResumeReport(ResumeStatus.Processing, ProcessingStep.RunningParser), At.Minute(1)));

    [Theory]
    [InlineData("Running parser", 99, ProcessingStep.RunningParser)]
    [InlineData(" running PARSER ", 0, ProcessingStep.RunningParser)]
    [InlineData("Something else", 0, ProcessingStep.Queued)]
    [InlineData("Something else", 59, ProcessingStep.RunningParser)]
    [InlineData("Something else", 60, ProcessingStep.StructuringData)]
    [InlineData(null, 100, ProcessingStep.Completed)]
    public void The_step_of_another_program_is_taken_by_its_name_or_by_how_far_it_has_come(string? label, int progress, ProcessingStep step) =>
        Assert.Equal(step, ProcessingSteps.Nearest(label, progress));

    private static Resume Tracked() => Resume.TrackElsewhere(Guid.CreateVersion7(At.Noon), "rita", "ada.pdf", At.Noon);
}
