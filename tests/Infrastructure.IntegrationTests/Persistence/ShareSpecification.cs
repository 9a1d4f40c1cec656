using HotGigs.Application.Candidates;
using HotGigs.Application.Notifications;
using HotGigs.Application.Preferences;
using HotGigs.Application.Realtime;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Candidates whom an admin shares with recruiters, whichever database they are kept in.</summary>
public abstract class ShareSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    private static readonly UserIdentity Cleo = new("cleo", "Cleo Marsh", "cleo@example.com", Roles.Recruiter);

    [Fact]
    public async Task What_is_shared_is_seen_by_the_recruiter_and_the_rule_for_one_is_the_rule_for_the_list()
    {
        await RegisterAllAsync();
        var rosas = await AddAsync(Rosa, "rosas@example.com");
        var bens = await AddAsync(Ben, "bens@example.com");
        var pooled = await AddAsync(Ada, "pooled@example.com");
        var kims = await AddAsync(Kim, "kim@example.com");
        await ShareAsync([rosas, pooled], [Ben.Id]);

        Assert.Equal([kims, pooled, bens, rosas], (await ListAsync(Ben)).Select(one => one.Candidate.Id));
        Assert.Equal([pooled, rosas], (await ListAsync(Ben, CandidateSource.AdminShare)).Select(one => one.Candidate.Id));
        Assert.Equal([bens], (await ListAsync(Ben, CandidateSource.ResumeImport)).Select(one => one.Candidate.Id));
        Assert.Equal([pooled, rosas], (await ListAsync(Rosa, CandidateSource.ResumeImport)).Select(one => one.Candidate.Id));
        Assert.Empty(await ListAsync(Rosa, CandidateSource.AdminShare));
        foreach (var user in new[] { Rosa, Ben, Ada, Kim, Ben with { Roles = Roles.Candidate }, Rosa with { Roles = Roles.Service } })
        {
            var listed = (await ListAsync(user)).Select(one => one.Candidate.Id).ToHashSet();
            foreach (var id in new[] { rosas, bens, pooled, kims })
                Assert.Equal(listed.Contains(id), await Node.Get<ICandidateReader>().FindVisibleAsync(user, id, Cancelled) is not null);
        }
    }

    [Fact]
    public async Task Sharing_again_changes_what_is_said_and_tells_nobody_twice()
    {
        await RegisterAllAsync();
        var id = await AddAsync(Rosa, "rosas@example.com");
        var first = Assert.Single((await ShareAsync([id, id], [Ben.Id, Ben.Id], "fits the Berlin team", "call first")).Shares);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));

        var again = await ShareAsync([id], [Ben.Id, Cleo.Id, Rosa.Id], "now urgent");

        Assert.Equal((1, 1), (again.Created, again.Updated));
        var updated = again.Shares.Single(share => share.RecruiterId == Ben.Id);
        Assert.Equal(
            (first.SharedAt, first.NotificationId, "now urgent", "call first", false),
            (updated.SharedAt, updated.NotificationId, updated.ShareReason, updated.ShareNotes, updated.IsNew));
        Assert.Single(await NotificationsAsync(Ben));
        Assert.Single(await NotificationsAsync(Cleo));
        // She has the candidate.
        Assert.Empty(await NotificationsAsync(Rosa));
    }

    [Fact]
    public async Task Two_admins_who_share_the_same_at_the_same_time_tell_it_once()
    {
        await RegisterAllAsync();
        var ids = new[] { await AddAsync(Rosa, "a@example.com"), await AddAsync(Rosa, "b@example.com") };

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Node : OtherNode).SendAsync(new ShareCandidates(Ada, ids, [Ben.Id], $"reason {i}", null)))));

        Assert.Equal(2, (await NotificationsAsync(Ben)).Count);
        Assert.Single(await Node.Get<ICandidateShares>().ListAsync(ids[0], Cancelled));
    }

    [Fact]
    public async Task Where_the_notifications_cannot_be_stored_nothing_is_shared()
    {
        await RegisterAllAsync();
        var id = await AddAsync(Rosa, "rosas@example.com");
        await using (var context = Node.Get<Func<HotGigsDbContext>>()())
            await context.Database.ExecuteSqlRawAsync(FailingNotifications, Cancelled);

        await Assert.ThrowsAnyAsync<Exception>(() => ShareAsync([id], [Ben.Id]));

        Assert.Empty(await Node.Get<ICandidateShares>().ListAsync(id, Cancelled));
        Assert.Null(await Node.Get<ICandidateReader>().FindVisibleAsync(Ben, id, Cancelled));
    }

    [Fact]
    public async Task What_is_taken_back_is_seen_no_more_and_told_again_when_it_is_shared_again()
    {
        await RegisterAllAsync();
        var id = await AddAsync(Rosa, "rosas@example.com");
        await ShareAsync([id], [Ben.Id]);

        Assert.Equal(1, (await Node.SendAsync(new UnshareCandidates(Ada, [id], [Ben.Id, Rosa.Id]))).Removed);
        Assert.Equal(0, (await Node.SendAsync(new UnshareCandidates(Ada, [id], [Ben.Id]))).Removed);
        Assert.Equal(0, (await Node.SendAsync(new UnshareCandidates(Ada, [Guid.CreateVersion7()], ["nobody"]))).Removed);
        Assert.Null(await Node.Get<ICandidateReader>().FindVisibleAsync(Ben, id, Cancelled));
        Assert.Equal([Ben.Id], ((RecordedRightsChecks)Node.Get<ILiveRights>()).Rechecked);

        await ShareAsync([id], [Ben.Id]);
        Assert.Equal(2, (await NotificationsAsync(Ben)).Count);
    }

    [Fact]
    public async Task Sharing_and_taking_back_at_the_same_moment_come_one_after_the_other()
    {
        await RegisterAllAsync();
        var id = await AddAsync(Rosa, "rosas@example.com");
        await ShareAsync([id], [Ben.Id]);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i % 2 == 0
            ? (Task)Node.SendAsync(new ShareCandidates(Ada, [id], [Ben.Id], $"reason {i}", null))
            : OtherNode.SendAsync(new UnshareCandidates(Ada, [id], [Ben.Id])))));

        await ShareAsync([id], [Ben.Id], "at last");
        Assert.Equal("at last", Assert.Single(await Node.Get<ICandidateShares>().ListAsync(id, Cancelled)).Share.Reason);
    }

    [Fact]
    public async Task A_recruiter_who_wants_no_such_notifications_still_sees_the_candidate()
    {
        await RegisterAllAsync();
        var id = await AddAsync(Rosa, "rosas@example.com");
        var none = new ChannelsChange(InApp: false, Email: false, Browser: false, IsCritical: null);
        await Node.SendAsync(new ChangePreferences(
            Ben, new PreferencesChange(new Dictionary<string, ChannelsChange?> { ["candidate_shared"] = none }, null, null)));

        var share = Assert.Single((await ShareAsync([id], [Ben.Id])).Shares);

        Assert.Null(share.NotificationId);
        Assert.NotNull(await Node.Get<ICandidateReader>().FindVisibleAsync(Ben, id, Cancelled));
        Assert.Null(Assert.Single(await Node.Get<ICandidateShares>().ListAsync(id, Cancelled)).DeliveredAt);
    }

    [Fact]
    public async Task Tags_are_kept_and_found()
    {
        var id = await AddAsync(Rosa, "rosas@example.com");
        await AddAsync(Rosa, "other@example.com");

        var tags = (await Node.SendAsync(new TagCandidate(Rosa, id, [" senior ", "Köln \"West\"", "SENIOR"]))).Tags;

        Assert.Equal(["senior", "Köln \"West\""], tags);
        foreach (var tag in tags)
            Assert.Equal(id, Assert.Single(await ListAsync(Rosa, tags: [tag])).Candidate.Id);
        Assert.Empty(await ListAsync(Rosa, tags: ["senio"]));
    }

    [Fact]
    public async Task Candidates_do_not_read_what_is_noted_about_them()
    {
        var id = await AddAsync(Kim, "kim@example.com");
        await Node.SendAsync(new TagCandidate(Rosa, id, ["second choice"]));

        Assert.Equal(["second choice"], (await Node.SendAsync(new GetCandidate(Ben, id))).Tags);
        Assert.Empty((await Node.SendAsync(new GetCandidate(Kim, id))).Tags);
        Assert.Empty(Assert.Single((await Node.SendAsync(new ListCandidates(Kim, 0, 20, null, null, []))).Candidates).Tags);
        Assert.Empty(await ListAsync(Kim, tags: ["second choice"]));
    }

    /// <summary>What makes the database refuse every new notification.</summary>
    protected abstract string FailingNotifications { get; }

    private async Task RegisterAllAsync()
    {
        foreach (var user in new[] { Rosa, Ben, Cleo, Ada, Kim })
            await Node.RegisterAsync(user);
    }

    private Task<SharedCandidates> ShareAsync(
        IReadOnlyList<Guid> candidates, IReadOnlyList<string> recruiters, string? reason = null, string? notes = null) =>
        Node.SendAsync(new ShareCandidates(Ada, candidates, recruiters, reason, notes));

    private async Task<IReadOnlyList<Notification>> NotificationsAsync(UserIdentity user) =>
        (await Node.Get<IFeedReader>().ListAsync(user.Id, new FeedFilter(null, 50), Cancelled)).Notifications;

    private async Task<IReadOnlyList<ListedCandidate>> ListAsync(
        UserIdentity user, CandidateSource? source = null, IReadOnlyList<string>? tags = null) =>
        (await Node.Get<ICandidateReader>().ListAsync(user, new CandidateFilter(0, 50, null, source, tags ?? []), Cancelled)).Candidates;

    private async Task<Guid> AddAsync(UserIdentity uploader, string email)
    {
        var store = Node.Get<IResumeStore>();
        var source = uploader.Roles == Roles.Candidate ? ResumeSource.CandidateUpload : ResumeSource.RecruiterUpload;
        Node.Clock.Advance(TimeSpan.FromSeconds(1));
        var uploaded = Resume.Upload(
            Guid.CreateVersion7(), uploader, source, "cv.pdf", $"ab/{email}", ResumeFormat.Pdf, 1_000, Node.Clock.GetUtcNow());
        await store.AddAsync(uploaded, Cancelled);
        var resume = (await store.ClaimNextAsync($"worker-{uploaded.Id}", TimeSpan.FromHours(1), Cancelled))!;
        return (await store.SaveCandidateAsync(resume, new ResumeProfile { FullName = "Jane Doe", Email = email }, Cancelled)).Id;
    }
}

public sealed class SqliteShares() : ShareSpecification(new SqliteTestDatabase())
{
    protected override string FailingNotifications =>
        """CREATE TRIGGER refuse BEFORE INSERT ON "Notifications" BEGIN SELECT RAISE(ABORT, 'refused'); END""";
}

public sealed class SqlServerShares() : ShareSpecification(new SqlServerTestDatabase())
{
    protected override string FailingNotifications =>
        "CREATE TRIGGER refuse ON Notifications INSTEAD OF INSERT AS THROW 50000, 'refused', 1";
}
