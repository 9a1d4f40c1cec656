using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.UnitTests.Users;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.UnitTests.Resumes;

public sealed class ResumeTests
{
    private static readonly ProcessingStep[] Steps =
    [
        ProcessingStep.ExtractingText, ProcessingStep.RunningParser, ProcessingStep.StructuringData,
        ProcessingStep.CreatingCandidate, ProcessingStep.MatchingJobs,
    ];

    [Fact]
    public void An_uploaded_resume_waits_at_the_beginning()
    {
        var resume = Some.Uploaded();

        Assert.Equal((ResumeStatus.Uploaded, ProcessingStep.Queued, 0), (resume.Status, resume.Step, resume.Attempt));
        Assert.Equal(("rita", "ada.pdf", "7f/7f01", 1_234), (resume.UploadedBy, resume.FileName, resume.StorageKey, resume.Size));
        Assert.Equal((At.Noon, At.Noon), (resume.UploadedAt, resume.ChangedAt));
        Assert.Null(resume.ProcessingStartedAt);
        Assert.False(resume.HasEnded);
        Assert.Equal([new ResumeProgressed(new ResumeProgress(resume.Id, ResumeStatus.Uploaded, 0, "Queued", null, 1, At.Noon))], resume.TakeEvents());
    }

    [Fact]
    public void One_that_failed_goes_back_to_the_beginning_as_if_it_had_never_been_tried()
    {
        var resume = Some.Failed();
        var version = resume.Version;
        resume.TakeEvents();

        resume.Retry(At.Minute(5), At.Minute(4));

        Assert.Equal((ResumeStatus.Uploaded, ProcessingStep.Queued, 0, 0), (resume.Status, resume.Step, resume.Attempt, resume.Faults));
        Assert.Equal((null, null, null, null), (resume.Error, resume.ClaimedBy, resume.ProcessingCompletedAt, resume.AnnouncedAt));
        Assert.Equal((At.Minute(5), At.Minute(4), version + 1), (resume.QueuedFor, resume.ChangedAt, resume.Version));
        Assert.Equal([new ResumeProgressed(resume.Progress)], resume.TakeEvents());
    }

    [Fact]
    public void Nothing_but_what_failed_here_is_retried()
    {
        var elsewhere = Resume.TrackElsewhere(Guid.CreateVersion7(At.Noon), "rita", "ada.pdf", At.Noon);
        elsewhere.Follow(new ResumeReport(ResumeStatus.Failed, ProcessingStep.RunningParser), At.Minute(1));
        foreach (var resume in new[] { Some.Uploaded(), Some.Claimed(), Some.Completed(), elsewhere })
            Assert.Throws<InvalidOperationException>(() => resume.Retry(At.Minute(5), At.Minute(5)));
    }

    [Fact]
    public void What_a_recruiter_uploads_becomes_their_own_candidate() =>
        Assert.Equal("rita", Some.Uploaded(People.Rita).CandidateOwnerId);

    [Fact]
    public void What_anybody_else_uploads_goes_into_the_pool()
    {
        Assert.Equal(Candidate.Pool, Some.Uploaded(People.Adam).CandidateOwnerId);
        Assert.Equal(Candidate.Pool, Some.Uploaded(People.Carla, ResumeSource.CandidateUpload).CandidateOwnerId);
        Assert.Equal(Candidate.Pool, Some.Uploaded(People.Robot, ResumeSource.ApiImport).CandidateOwnerId);
    }

    [Fact]
    public void An_admin_who_is_a_recruiter_as_well_uploads_for_themselves() =>
        Assert.Equal("adam", Some.Uploaded(People.Adam with { Roles = Roles.Admin | Roles.Recruiter }).CandidateOwnerId);

    [Fact]
    public void A_claim_begins_the_first_attempt()
    {
        var resume = Some.Uploaded();

        resume.Claim("worker 1", At.Minute(1));

        Assert.Equal((ResumeStatus.Processing, ProcessingStep.Queued, 1), (resume.Status, resume.Step, resume.Attempt));
        Assert.Equal(("worker 1", At.Minute(1)), (resume.ClaimedBy, resume.ProcessingStartedAt));
    }

    [Fact]
    public void Another_claim_begins_another_attempt_from_the_first_step_on()
    {
        var resume = Some.Claimed();
        resume.Advance(ProcessingStep.CreatingCandidate, At.Minute(2));

        resume.Claim("worker 2", At.Minute(3));

        Assert.Equal((ProcessingStep.Queued, 2, "worker 2"), (resume.Step, resume.Attempt, resume.ClaimedBy));
        Assert.Equal(At.Minute(1), resume.ProcessingStartedAt);
    }

    [Fact]
    public void A_claim_of_what_has_ended_only_takes_it_over_to_announce_it()
    {
        var resume = Some.Completed();
        resume.TakeEvents();

        resume.Claim("worker 2", At.Minute(9));

        Assert.Equal((ResumeStatus.Completed, ProcessingStep.Completed, 1), (resume.Status, resume.Step, resume.Attempt));
        Assert.Equal("worker 2", resume.ClaimedBy);
        Assert.Empty(resume.TakeEvents());
    }

    [Fact]
    public void The_steps_go_in_order_to_the_end()
    {
        var resume = Some.Claimed();
        resume.TakeEvents();

        foreach (var step in Steps)
            resume.Advance(step, At.Minute(2));
        resume.LinkCandidate(Guid.CreateVersion7(At.Noon), Some.Profile);
        resume.Complete(At.Minute(3));

        Assert.Equal(
            [10, 20, 60, 80, 90, 100],
            resume.TakeEvents().Cast<ResumeProgressed>().Select(happened => happened.Progress.Percentage));
        Assert.Equal((ResumeStatus.Completed, At.Minute(3)), (resume.Status, resume.ProcessingCompletedAt));
        Assert.True(resume.HasEnded);
        Assert.Null(resume.AnnouncedAt);
    }

    [Fact]
    public void No_step_goes_back_or_stands_still_within_an_attempt()
    {
        foreach (var at in Steps)
        {
            foreach (var to in Steps.Where(step => step <= at).Append(ProcessingStep.Queued))
            {
                var resume = Some.Claimed();
                resume.Advance(at, At.Minute(2));

                Assert.Throws<InvalidOperationException>(() => resume.Advance(to, At.Minute(3)));

                Assert.Equal(at, resume.Step);
            }
        }
    }

    [Fact]
    public void Completion_is_no_step_to_advance_to() =>
        Assert.Throws<InvalidOperationException>(() => Some.Claimed().Advance(ProcessingStep.Completed, At.Minute(2)));

    [Fact]
    public void Nothing_completes_without_a_candidate()
    {
        var resume = Some.Claimed();

        Assert.Throws<InvalidOperationException>(() => resume.Complete(At.Minute(2)));

        Assert.Equal(ResumeStatus.Processing, resume.Status);
    }

    [Fact]
    public void A_failure_says_at_which_step_and_why_and_is_over_at_once()
    {
        var resume = Some.Claimed();
        resume.Advance(ProcessingStep.RunningParser, At.Minute(2));

        resume.Fail("No name was found.", At.Minute(3));

        Assert.Equal(
            new ResumeProgress(resume.Id, ResumeStatus.Failed, 20, "Running parser", "No name was found.", resume.Version, At.Minute(3)),
            resume.Progress);
        Assert.Equal((At.Minute(3), At.Minute(3)), (resume.ProcessingCompletedAt, resume.AnnouncedAt));
        Assert.True(resume.HasEnded);
    }

    [Fact]
    public void A_long_reason_is_cut_to_what_is_stored()
    {
        var resume = Some.Claimed();

        resume.Fail(new string('x', Resume.MaxErrorLength + 1), At.Minute(2));

        Assert.Equal(Resume.MaxErrorLength, resume.Error?.Length);
    }

    [Fact]
    public void What_is_not_being_processed_neither_advances_nor_ends()
    {
        foreach (var resume in new[] { Some.Uploaded(), Some.Completed(), Some.Failed() })
        {
            var (status, version) = (resume.Status, resume.Version);

            Assert.Throws<InvalidOperationException>(() => resume.Advance(ProcessingStep.MatchingJobs, At.Minute(9)));
            Assert.Throws<InvalidOperationException>(() => resume.LinkCandidate(Guid.CreateVersion7(At.Noon), Some.Profile));
            Assert.Throws<InvalidOperationException>(() => resume.Complete(At.Minute(9)));
            Assert.Throws<InvalidOperationException>(() => resume.Fail("Too late.", At.Minute(9)));

            Assert.Equal((status, version), (resume.Status, resume.Version));
        }
    }

    [Fact]
    public void Linking_keeps_what_was_read_and_who_it_became()
    {
        var resume = Some.Claimed();
        var candidate = Guid.CreateVersion7(At.Noon);

        resume.LinkCandidate(candidate, Some.Profile);

        Assert.Equal((candidate, Some.Profile), (resume.CandidateId, resume.Profile));
    }

    [Fact]
    public void Announcing_closes_the_import()
    {
        var resume = Some.Completed();

        resume.MarkAnnounced(At.Minute(4));

        Assert.Equal((ResumeStatus.Completed, At.Minute(4)), (resume.Status, resume.AnnouncedAt));
    }

    [Fact]
    public void An_import_is_hopeless_after_three_faults()
    {
        var resume = Some.Claimed();

        resume.RecordFault();
        resume.RecordFault();
        Assert.False(resume.IsHopeless);
        resume.RecordFault();

        Assert.True(resume.IsHopeless);
    }

    [Fact]
    public void A_server_that_is_killed_again_and_again_costs_a_resume_nothing_until_it_may_be_the_cause()
    {
        var resume = Some.Uploaded();
        for (var i = 1; i <= Resume.MaxAttempts; i++)
            resume.Claim($"worker {i}", At.Minute(i));
        Assert.False(resume.IsHopeless);

        resume.Claim("worker of the last try", At.Minute(21));

        Assert.True(resume.IsHopeless);
    }

    [Fact]
    public void An_attempt_cut_short_from_outside_does_not_count()
    {
        var resume = Some.Claimed();

        resume.ForgetAttempt();

        Assert.Equal((ResumeStatus.Processing, 0), (resume.Status, resume.Attempt));
    }

    [Fact]
    public void What_is_postponed_waits_in_the_queue_again_and_has_lost_no_try()
    {
        var resume = Some.Claimed();
        resume.Advance(ProcessingStep.RunningParser, At.Minute(2));

        resume.Postpone(At.Minute(3));

        Assert.Equal((ResumeStatus.Processing, ProcessingStep.Queued, null), (resume.Status, resume.Step, resume.Error));
        Assert.Equal((0, 0), (resume.Attempt, resume.Faults));
        resume.Claim("worker 2", At.Minute(4));
        resume.Advance(ProcessingStep.ExtractingText, At.Minute(5));
    }

    [Fact]
    public void What_has_ended_cannot_be_postponed() =>
        Assert.Throws<InvalidOperationException>(() => Some.Completed().Postpone(At.Minute(9)));

    [Fact]
    public void Of_what_has_ended_no_attempt_is_forgotten()
    {
        var resume = Some.Completed();
        var version = resume.Version;

        resume.ForgetAttempt();

        Assert.Equal((1, version), (resume.Attempt, resume.Version));
    }

    [Fact]
    public void The_version_grows_with_every_change_of_state()
    {
        var resume = Some.Uploaded();
        var versions = new List<long> { resume.Version };
        Action<Resume>[] changes =
        [
            one => one.Claim("worker 1", At.Minute(1)),
            one => one.Advance(ProcessingStep.ExtractingText, At.Minute(2)),
            one => one.ForgetAttempt(),
            one => one.Claim("worker 2", At.Minute(3)),
            one => one.Postpone(At.Minute(3)),
            one => one.Claim("worker 2, later", At.Minute(3)),
            one => one.Advance(ProcessingStep.MatchingJobs, At.Minute(4)),
            one =>
            {
                one.LinkCandidate(Guid.CreateVersion7(At.Noon), Some.Profile);
                one.Complete(At.Minute(5));
            },
            one => one.Claim("worker 3", At.Minute(6)),
            one => one.MarkAnnounced(At.Minute(7)),
        ];

        foreach (var change in changes)
        {
            change(resume);
            versions.Add(resume.Version);
        }

        Assert.Equal(versions.Distinct().Order(), versions);
    }

    [Fact]
    public void Within_an_import_a_later_progress_always_has_a_higher_version()
    {
        var resume = Some.Uploaded();
        resume.Claim("worker 1", At.Minute(1));
        resume.Advance(ProcessingStep.RunningParser, At.Minute(2));
        resume.Claim("worker 2", At.Minute(3));
        resume.Fail("Damaged.", At.Minute(4));

        var versions = resume.TakeEvents().Cast<ResumeProgressed>().Select(happened => happened.Progress.Version).ToList();

        Assert.Equal(5, versions.Count);
        Assert.Equal(versions.Distinct().Order(), versions);
    }
}
