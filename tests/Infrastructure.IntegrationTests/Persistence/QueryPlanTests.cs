using HotGigs.Application.Emails;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Emails;
using HotGigs.Application.Notifications.Tracing;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>No query of a feed, or of the mails, looks at more rows than it returns: each goes by an index, and none sorts.</summary>
public sealed class QueryPlanTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    public static TheoryData<string> Filters => [.. Cases.Keys];

    private static Dictionary<string, FeedFilter> Cases => new()
    {
        ["first page"] = new FeedFilter(null, 20),
        ["next page"] = new FeedFilter(1_000, 20),
        ["unread only"] = new FeedFilter(null, 20, UnreadOnly: true),
        ["archive"] = new FeedFilter(null, 20, Archived: true),
        ["one type"] = new FeedFilter(null, 20, Type: NotificationType.MatchFound),
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_page_of_a_feed_is_read_in_order_from_an_index(string filter)
    {
        await using var context = (SqliteHotGigsDbContext)Node.Get<Func<HotGigsDbContext>>()();
        var query = FeedReader.Select(context.Notifications.AsNoTracking(), Rosa.Id, Cases[filter])
            .OrderByDescending(notification => notification.Seq)
            .Take(21);

        var plan = await QueryPlan.OfAsync(context, query);

        Assert.All(plan, step => Assert.DoesNotContain("SCAN", step, StringComparison.Ordinal));
        Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("USING INDEX", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("first page", "IX_Notifications_Listed")]
    [InlineData("next page", "IX_Notifications_Listed")]
    [InlineData("unread only", "IX_Notifications_Unread")]
    [InlineData("archive", "IX_Notifications_Archive")]
    public async Task A_page_comes_from_an_index_of_nothing_else_so_that_the_rest_of_a_feed_is_not_gone_through(string filter, string index)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var query = FeedReader.Select(context.Notifications.AsNoTracking(), Rosa.Id, Cases[filter])
            .OrderByDescending(notification => notification.Seq)
            .Take(21);

        Assert.Contains($"USING INDEX {index} ", Assert.Single(await QueryPlan.OfAsync(context, query)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_unseen_has_an_index_of_its_own()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var list = FeedReader.Select(context.Notifications, Rosa.Id, new FeedFilter(1_000, 20));

        Assert.Contains("IX_Notifications_Unseen", Assert.Single(await QueryPlan.OfAsync(context, FeedReader.Unseen(list))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_by_name_are_looked_up_by_key()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var ids = Enumerable.Range(0, 500).Select(_ => Guid.CreateVersion7()).ToList();

        var plan = await QueryPlan.OfAsync(context, FeedReader.Named(context.Notifications, ids));

        Assert.Contains("SEARCH n USING INDEX sqlite_autoindex_Notifications_1 (Id=?)", plan[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_is_read_in_order_from_an_index()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, FeedReader.ChangedSince(context.Notifications, Rosa.Id, 1_000).Take(301));

        Assert.Contains("USING INDEX IX_Notifications_UserId_ChangedSeq", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unread_count_is_one_lookup_by_key()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, context.NotificationFeeds.Where(feed => feed.UserId == Rosa.Id));

        Assert.Contains("SEARCH", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_that_are_due_are_read_in_order_from_an_index_of_what_is_pending()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var due = EmailQueue.Due(context.EmailDeliveries, TestNode.Start).OrderBy(mail => mail.DueAt).Take(4);

        Assert.Contains("USING INDEX IX_EmailDeliveries_Queue", Assert.Single(await QueryPlan.OfAsync(context, due)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EmailGrouping.Digest)]
    [InlineData(EmailGrouping.Summary)]
    public async Task Mails_that_go_out_together_are_found_by_their_user(EmailGrouping grouping)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, EmailQueue.PendingWith(context.EmailDeliveries, SomeMail.Of(grouping)));

        Assert.Contains("USING INDEX IX_EmailDeliveries_Groups (UserId=? AND Grouping=?", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_mails_is_read_in_order_from_an_index()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var page = EmailDeliveries.Page(context.EmailDeliveries, EmailStatus.Dead, new EmailPosition(TestNode.Start, Guid.Empty)).Take(21);

        Assert.Contains("USING INDEX IX_EmailDeliveries_Status_CreatedAt_Id", Assert.Single(await QueryPlan.OfAsync(context, page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_to_be_removed_are_found_by_when_they_ended()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var ended = EmailDeliveries.Ended(context.EmailDeliveries, EmailStatus.Sent, TestNode.Start).Take(500);

        Assert.Contains("USING INDEX IX_EmailDeliveries_Status_EndedAt", Assert.Single(await QueryPlan.OfAsync(context, ended)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_events_and_reported_resumes_are_looked_up_by_key()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var events = await QueryPlan.OfAsync(context, ReceivedEvents.OfKeys(context, [[1, 2, 3], [4, 5, 6]]));
        var resumes = await QueryPlan.OfAsync(context, TrackedResumes.OfIds(context, [Guid.Empty, Guid.AllBitsSet]));

        Assert.Contains("SEARCH", events[0], StringComparison.Ordinal);
        Assert.Contains("SEARCH", resumes[0], StringComparison.Ordinal);
        Assert.All(events.Concat(resumes), step => Assert.DoesNotContain("SCAN ReceivedEvents", step, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resumes_are_taken_from_the_queue_in_order_from_an_index_of_open_ones()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var next = ResumeStore.Free(context, TestNode.Start).OrderBy(resume => resume.QueuedFor).Take(1);

        Assert.Contains("USING INDEX IX_Resumes_Queue", Assert.Single(await QueryPlan.OfAsync(context, next)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_user_has_unfinished_is_read_in_order_from_an_index_of_nothing_else()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        foreach (var (before, index) in new ((DateTimeOffset, Guid)?, string)[]
                 {
                     (null, "USING INDEX IX_Resumes_Unfinished (UploadedBy=?)"),
                     ((TestNode.Start, Guid.Empty), "USING INDEX IX_Resumes_Unfinished (UploadedBy=? AND UploadedAt<?)"),
                 })
        {
            var plan = await QueryPlan.OfAsync(context, ResumeStore.Unfinished(context, Rosa.Id, before).Take(21));
            Assert.Contains(index, Assert.Single(plan), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_asked_of_batches_is_read_in_order_from_an_index()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        await AssertOrderedAsync(
            BatchQueries.OfOwner(context, Rosa.Id, (TestNode.Start, Guid.Empty)).Take(21), "INDEX IX_ResumeBatches_OwnerId_CreatedAt_Id (OwnerId=? AND CreatedAt<?)");
        await AssertOrderedAsync(BatchQueries.LastTurn(context, Rosa.Id), "INDEX IX_ResumeBatches_Open (OwnerId=?)");
        await AssertOrderedAsync(BatchQueries.Failed(context, Guid.Empty), "INDEX IX_Resumes_BatchId_Status_QueuedFor (BatchId=? AND Status=?)");
        await AssertOrderedAsync(BatchQueries.Unannounced(context, TestNode.Start).Take(100), "INDEX IX_ResumeBatches_Unannounced");
        await AssertOrderedAsync(BatchQueries.Files(context, Guid.Empty), "INDEX sqlite_autoindex_ResumeBatchFiles_1 (BatchId=?)");

        async Task AssertOrderedAsync<T>(IQueryable<T> query, string index)
        {
            await AssertSearchesAsync(context, query, index);
            Assert.All(await QueryPlan.OfAsync(context, query), step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_was_seen_lately_is_found_by_when()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        await AssertSearchesAsync(
            context, UserDirectory.SeenSince(context.Users, Roles.Recruiter, TestNode.Start, 100), "USING INDEX IX_Users_LastSeenAt");
    }

    [Fact]
    public async Task What_planning_a_delivery_asks_for_is_found_by_index()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        string[] users = [Rosa.Id, Ben.Id];
        var keys = DeliveryLookup.Json(users.Select(user => (user, new DeduplicationKey(NotificationType.MatchFound, "key"))));

        await AssertSearchesAsync(context, DeliveryLookup.Addressed(context, users), "USING INDEX sqlite_autoindex_Users_1");
        await AssertSearchesAsync(
            context, context.NotificationPreferences.Where(one => users.Contains(one.UserId)), "USING INDEX sqlite_autoindex_NotificationPreferences_1");
        await AssertSearchesAsync(
            context,
            Node.Get<IDatabaseDialect>().NotificationsOf(context, keys),
            "USING INDEX IX_Notifications_UserId_Type_DeduplicationKey (UserId=? AND Type=? AND DeduplicationKey=?)");
        await AssertSearchesAsync(
            context,
            DeliveryLookup.Reached(Node.Get<IDatabaseDialect>().WithheldOf(context, keys)),
            "USING INDEX IX_WithheldNotifications_UserId_Type_DeduplicationKey");
        await AssertSearchesAsync(
            context,
            DeliveryLookup.MailsSince(context.EmailDeliveries, users, NotificationType.MatchFound, TestNode.Start),
            "USING INDEX IX_EmailDeliveries_UserId_Type_CreatedAt");
    }

    [Fact]
    public async Task What_was_withheld_is_read_in_order_from_an_index()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var query = DeliveryTraces
            .Select(context.WithheldNotifications, new WithheldFilter(Rosa.Id, null, null, (TestNode.Start, Guid.Empty), 20))
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id)
            .Take(21);

        await AssertSearchesAsync(context, query, "USING INDEX IX_WithheldNotifications_UserId_At");
    }

    [Fact]
    public async Task Whom_a_recruiter_may_see_is_found_by_index_shares_and_pool_included()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var plan = await QueryPlan.OfAsync(context, CandidateReader.VisibleTo(context, Ben));

        Assert.Contains(plan, step => step.Contains("MULTI-INDEX OR", StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("USING COVERING INDEX IX_CandidateShares_RecruiterId_CandidateId", StringComparison.Ordinal));
        Assert.All(plan, step => Assert.DoesNotContain("SCAN", step, StringComparison.Ordinal));
        await AssertSearchesAsync(
            context, CandidateReader.One(context, Ben, Guid.Empty), "USING INDEX IX_CandidateShares_RecruiterId_CandidateId");
        await AssertSearchesAsync(context, CandidateShares.Listed(context, Guid.Empty), "USING INDEX IX_CandidateShares_CandidateId");
    }

    private static async Task AssertSearchesAsync<T>(HotGigsDbContext context, IQueryable<T> query, string index)
    {
        var plan = await QueryPlan.OfAsync(context, query);
        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        // The list of users that is asked for is itself a virtual table, which can only be scanned.
        Assert.All(plan, step => Assert.False(
            step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal), step));
    }
}
