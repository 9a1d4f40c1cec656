using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyHandlerTests
{
    private static readonly NotifyResumeCompleted Completed = new("rita", Ids.Resume, Ids.Candidate, "Ada Lovelace");
    private static readonly NotifyCandidateAdded Pooled = new(null, Ids.Candidate, "Ada Lovelace", CandidateSource.Application);

    private readonly FakeFeeds feeds = new();

    [Fact]
    public async Task The_result_names_what_was_created()
    {
        var result = await Sent.To(feeds, Completed);

        Assert.Equal(feeds.Of("rita").Select(one => one.Id), result.NotificationIds);
        Assert.Equal(0, result.Duplicates);
        Assert.Equal(At.Noon, feeds.Of("rita")[0].CreatedAt);
    }

    [Fact]
    public async Task The_same_event_again_is_a_duplicate_and_takes_no_seq()
    {
        await Sent.To(feeds, Completed);

        var again = await Sent.To(feeds, Completed);

        Assert.Equal((0, 1), (again.NotificationIds.Count, again.Duplicates));
        Assert.Equal(1, feeds.FeedOf("rita").Seq);
    }

    [Fact]
    public async Task A_deleted_notification_does_not_come_back()
    {
        await Sent.To(feeds, Completed);
        feeds.FeedOf("rita").Delete([feeds.Of("rita")[0]], At.Minute(1));

        Assert.Equal(1, (await Sent.To(feeds, Completed)).Duplicates);
    }

    [Fact]
    public async Task The_same_key_is_no_duplicate_for_another_user_or_type()
    {
        var shared = new NotifyCandidateShared("rita", Ids.Candidate, "Ada Lovelace", "Adam", null, null);
        var added = new NotifyCandidateAdded("rita", Ids.Candidate, "Ada Lovelace", CandidateSource.ResumeImport);

        await Sent.To(feeds, shared);
        await Sent.To(feeds, shared with { UserId = "sam" });
        await Sent.To(feeds, added);

        Assert.Equal((2, 1), (feeds.Of("rita").Count, feeds.Of("sam").Count));
    }

    [Fact]
    public async Task A_key_that_is_given_replaces_the_commands_own()
    {
        await Sent.To(feeds, Completed with { DeduplicationKey = "event 1" });

        Assert.Equal(0, (await Sent.To(feeds, Completed with { DeduplicationKey = "event 2" })).Duplicates);
        Assert.Equal(1, (await Sent.To(feeds, Completed with { DeduplicationKey = "event 1" })).Duplicates);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_a_duplicate()
    {
        var synced = new NotifyGoogleDriveSyncCompleted("adam", Guid.CreateVersion7(), "Resumes", 3);

        await Sent.To(feeds, synced);
        await Sent.To(feeds, synced);

        Assert.Equal(2, feeds.Of("adam").Count);
    }

    [Fact]
    public async Task Actor_and_expiry_are_carried_along()
    {
        await Sent.To(feeds, Completed with { Actor = new Actor("adam", "Adam"), ExpiresAt = At.Minute(30) });

        var notification = Assert.Single(feeds.Of("rita"));
        Assert.Equal(new Actor("adam", "Adam"), notification.Actor);
        Assert.Equal(At.Minute(30), notification.ExpiresAt);
    }

    [Fact]
    public async Task A_user_the_directory_does_not_know_yet_is_told_all_the_same()
    {
        await Sent.To(feeds, Completed with { UserId = "new" }, new FakeUsers());

        Assert.Single(feeds.Of("new"));
    }

    [Fact]
    public async Task Of_an_audience_only_those_not_yet_told_are()
    {
        await Sent.To(feeds, Pooled, new FakeUsers(People.Rita));

        var again = await Sent.To(feeds, Pooled, new FakeUsers(People.Rita, People.Sam));

        Assert.Equal((1, 1), (again.NotificationIds.Count, again.Duplicates));
        Assert.Single(feeds.Of("rita"));
        Assert.Single(feeds.Of("sam"));
    }

    [Fact]
    public async Task A_large_audience_is_written_in_slices_of_100()
    {
        var recruiters = Enumerable.Range(0, 201).Select(n => People.Rita with { Id = $"recruiter {n}" }).ToArray();

        var result = await Sent.To(feeds, Pooled, new FakeUsers(recruiters));

        Assert.Equal([100, 100, 1], feeds.Transactions.Select(users => users.Count));
        Assert.Equal(recruiters.Select(user => user.Id), feeds.Transactions.SelectMany(users => users));
        Assert.Equal(201, result.NotificationIds.Distinct().Count());
    }

    [Fact]
    public async Task An_audience_of_nobody_writes_nothing()
    {
        var result = await Sent.To(feeds, Pooled, new FakeUsers(People.Carla));

        Assert.Equal((0, 0), (result.NotificationIds.Count, result.Duplicates));
        Assert.Empty(feeds.Transactions);
    }

    [Fact]
    public async Task A_key_must_be_short_and_not_blank()
    {
        await Sent.Refused("deduplication_key", Completed with { DeduplicationKey = new string('k', 201) });
        Assert.Equal(
            "A deduplication key must not be blank, nor begin or end with a space, nor hold control characters.",
            await Sent.Refused("deduplication_key", Completed with { DeduplicationKey = " " }));
    }

    [Fact]
    public async Task What_has_expired_already_is_withheld_and_kept_for_those_who_ask()
    {
        var result = await Sent.To(feeds, Completed with { ExpiresAt = At.Noon });

        Assert.Empty(result.NotificationIds);
        Assert.Equal(1, result.Withheld);
        Assert.Equal(DeliveryDecisions.All(DeliveryReason.Expired), Assert.Single(feeds.Withheld).Decisions);
    }

    [Fact]
    public async Task Every_command_checks_what_all_of_them_carry()
    {
        NotifyCommand[] commands =
        [
            Completed,
            Pooled,
            new NotifyCandidateShared("rita", Ids.Candidate, "Ada", "Adam", null, null),
            new NotifyMatchFound("rita", Ids.Match, 90, "Analyst", null),
            new NotifyBulkUploadCompleted("rita", Ids.Batch, 1, 1, 0),
            new NotifyGoogleDriveSyncCompleted("rita", Ids.Sync, "Folder", 1),
            new NotifySystemAnnouncement(Guid.CreateVersion7(), Room.Recruiters, "Title", "Message", null, null),
        ];

        foreach (var command in commands)
            await Sent.Refused("deduplication_key", command with { DeduplicationKey = " " });
    }

    [Fact]
    public async Task A_refused_command_writes_nothing()
    {
        await App.RefusalOf(() => Sent.To(feeds, Completed with { CandidateName = "" }));

        Assert.Empty(feeds.Transactions);
    }
}
