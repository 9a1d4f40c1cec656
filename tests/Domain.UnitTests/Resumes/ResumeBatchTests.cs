using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.UnitTests.Users;

namespace HotGigs.Domain.UnitTests.Resumes;

public sealed class ResumeBatchTests
{
    private readonly ResumeBatch batch = ResumeBatch.OfBulkUpload(People.Rita, At.Noon);

    [Fact]
    public void A_file_becomes_a_resume_of_the_batch_and_of_its_owner()
    {
        var (resume, file) = Add();

        Assert.Equal((batch.Id, "rita", "rita", ResumeSource.BulkUpload), (resume.BatchId, resume.UploadedBy, resume.CandidateOwnerId, resume.Source));
        Assert.Equal((batch.Id, 0, "cv.pdf", resume.Id, null), (file.BatchId, file.Ordinal, file.FileName, file.ResumeId, file.Error));
        Assert.Equal((ResumeStatus.Uploaded, 1, 0), (batch.Status, batch.TotalFiles, batch.Processed));
    }

    [Fact]
    public void What_an_admin_uploads_goes_into_the_pool()
    {
        Assert.Equal(Candidate.Pool, ResumeBatch.OfBulkUpload(People.Adam, At.Noon).CandidateOwnerId);
    }

    [Fact]
    public void A_refused_file_has_failed_at_once()
    {
        Add();
        var file = batch.Refuse("photo.png", "The file is an image.");
        batch.Seal(At.Noon);

        Assert.Equal((1, "photo.png", null, "The file is an image."), (file.Ordinal, file.FileName, file.ResumeId, file.Error));
        Assert.Equal((2, 0, 1, 50), (batch.TotalFiles, batch.Successful, batch.Failed, batch.Progress.Percentage));
        Assert.Equal(ResumeStatus.Uploaded, batch.Status);
    }

    [Fact]
    public void It_completes_when_it_is_sealed_and_the_last_file_has_ended()
    {
        Add();
        Add();
        batch.Seal(At.Noon);
        batch.RecordEnd(true, At.Minute(1));
        Assert.Equal((ResumeStatus.Processing, 50, "1 of 2 files"), (batch.Status, batch.Progress.Percentage, batch.Progress.CurrentStep));
        Assert.Empty(Completions());

        batch.RecordEnd(false, At.Minute(2));

        Assert.Equal((ResumeStatus.Completed, At.Minute(2), 100), (batch.Status, batch.CompletedAt, batch.Progress.Percentage));
        Assert.Equal(new ResumeBatchCompleted(batch.Id, null, 1, new BatchCounts(2, 1, 1)), Assert.Single(Completions()));
    }

    [Fact]
    public void While_files_may_still_come_it_does_not_complete_and_promises_no_percentage()
    {
        Add();
        batch.RecordEnd(true, At.Minute(1));

        Assert.Null(batch.CompletedAt);
        Assert.Equal((0, "1 of 1 files"), (batch.Progress.Percentage, batch.Progress.CurrentStep));
        batch.Seal(At.Minute(2));
        Assert.Equal((At.Minute(2), 100), (batch.CompletedAt, batch.Progress.Percentage));
        Assert.Single(Completions());
    }

    [Fact]
    public void An_empty_one_completes_when_it_is_sealed_and_only_once()
    {
        batch.Seal(At.Minute(1));
        batch.Seal(At.Minute(2));

        Assert.Equal((At.Minute(1), At.Minute(1)), (batch.SealedAt, batch.CompletedAt));
        Assert.Single(Completions());
    }

    [Fact]
    public void Nothing_is_added_to_a_sealed_one_and_no_more_ends_than_it_has_files()
    {
        batch.Seal(At.Noon);

        Assert.Throws<InvalidOperationException>(() => Add());
        Assert.Throws<InvalidOperationException>(() => batch.Refuse("a.png", "An image."));
        Assert.Throws<InvalidOperationException>(() => batch.RecordEnd(true, At.Noon));
    }

    [Fact]
    public void Its_files_stand_apart_in_the_queue_so_that_later_uploads_overtake_them()
    {
        var turns = Enumerable.Range(0, 3).Select(_ => Add().Resume.QueuedFor).ToList();

        Assert.Equal([At.Noon, At.Noon + ResumeBatch.Pace, At.Noon + (2 * ResumeBatch.Pace)], turns);
    }

    [Fact]
    public void Another_batch_of_the_same_owner_lines_up_behind()
    {
        batch.QueueBehind(At.Minute(5));
        Assert.Equal(At.Minute(5), Add().Resume.QueuedFor);

        var later = ResumeBatch.OfBulkUpload(People.Rita, At.Minute(9));
        later.QueueBehind(At.Minute(5));
        Assert.Equal(At.Minute(9), later.Add("cv.pdf", Document, At.Minute(9)).Resume.QueuedFor);
    }

    [Fact]
    public void A_retry_begins_another_round_of_what_failed()
    {
        var failed = Failed();
        Add();
        batch.Refuse("photo.png", "An image.");
        batch.Seal(At.Noon);
        batch.RecordEnd(false, At.Minute(1));
        batch.RecordEnd(true, At.Minute(1));
        batch.MarkAnnounced(At.Minute(1));
        batch.TakeEvents();

        batch.Retry([failed], At.Minute(3));

        Assert.Equal((2, ResumeStatus.Processing, 1, 1), (batch.Round, batch.Status, batch.Successful, batch.Failed));
        Assert.Equal(((DateTimeOffset?)null, (DateTimeOffset?)null), (batch.CompletedAt, batch.AnnouncedAt));
        Assert.Equal((ResumeStatus.Uploaded, 0, null, null), (failed.Status, failed.Progress.Percentage, failed.Error, failed.AnnouncedAt));
        Assert.Equal((0, 0, At.Minute(3)), (failed.Attempt, failed.Faults, failed.QueuedFor));

        batch.RecordEnd(true, At.Minute(4));
        Assert.Equal(new ResumeBatchCompleted(batch.Id, null, 2, new BatchCounts(3, 2, 1)), Assert.Single(Completions()));
    }

    [Fact]
    public void Only_a_complete_one_is_retried_and_only_what_failed_while_it_was_processed()
    {
        var failed = Failed();
        Add();
        batch.Refuse("photo.png", "An image.");
        batch.Seal(At.Noon);
        Assert.Throws<InvalidOperationException>(() => batch.Retry([failed], At.Minute(1)));

        batch.RecordEnd(false, At.Minute(1));
        batch.RecordEnd(true, At.Minute(1));
        Assert.Throws<InvalidOperationException>(() => batch.Retry([], At.Minute(2)));
        Assert.Throws<InvalidOperationException>(() => batch.Retry([failed, Some.Failed()], At.Minute(2)));
    }

    [Fact]
    public void A_resume_of_a_batch_has_nothing_to_announce_when_it_completes()
    {
        var (resume, _) = Add();
        resume.Claim("worker", At.Minute(1));
        resume.LinkCandidate(Guid.CreateVersion7(), Some.Profile);
        resume.Complete(At.Minute(2));

        Assert.Equal(At.Minute(2), resume.AnnouncedAt);
        Assert.Throws<InvalidOperationException>(() => batch.Retry([resume], At.Minute(3)));
    }

    [Fact]
    public void A_run_of_a_sync_knows_its_sync_and_its_folder()
    {
        var sync = Guid.CreateVersion7();
        var run = ResumeBatch.OfGoogleDriveSync(People.Rita, sync, new string('x', 300), notifyWhenEmpty: true, At.Noon);

        Assert.Equal((ResumeSource.GoogleDrive, sync, 200, true), (run.Source, run.SyncId, run.Label.Length, run.NotifyWhenEmpty));
        Assert.Equal(ResumeSource.GoogleDrive, run.Add("cv.pdf", Document, At.Noon).Resume.Source);
    }

    private static StoredDocument Document => new("7f/7f01", ResumeFormat.Pdf, 1_234);

    private (Resume Resume, ResumeBatchFile File) Add() => batch.Add("cv.pdf", Document, At.Noon);

    private Resume Failed()
    {
        var (resume, _) = Add();
        resume.Claim("worker", At.Minute(1));
        resume.RecordFault();
        resume.Fail("The file is damaged.", At.Minute(1));
        return resume;
    }

    private IEnumerable<ResumeBatchCompleted> Completions() => batch.PendingEvents.OfType<ResumeBatchCompleted>();
}
