using HotGigs.Application.Candidates;
using HotGigs.Application.Emails;
using HotGigs.Application.Matching;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Receipts;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Application.Notifications.Tracing;
using HotGigs.Application.Users;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.GoogleDrive.Storage;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Each query that EF has to translate is one for SQL Server too: none is left to run in memory, and all are valid.</summary>
public sealed class SqlServerQueryTests
{
    private static readonly string SomeKeys = DeliveryLookup.Json([("rosa", new DeduplicationKey(NotificationType.MatchFound, "key"))]);

    private static readonly UserIdentity Rosa = new("rosa", "Rosa", null, Roles.Recruiter);

    public static TheoryData<string> Queries => [.. All.Keys];

    private static Dictionary<string, Func<HotGigsDbContext, IQueryable<object>>> All => new()
    {
        ["a page of a feed"] = context => FeedReader
            .Select(context.Notifications, "rosa", new FeedFilter(1_000, 20, UnreadOnly: true, NotificationType.MatchFound))
            .OrderByDescending(one => one.Seq).Take(21),
        ["the archive"] = context => FeedReader.Select(context.Notifications, "rosa", new FeedFilter(null, 20, Archived: true)),
        ["some by name"] = context => FeedReader.Named(context.Notifications, [Guid.Empty, Guid.AllBitsSet]),
        ["what is unseen"] = context => FeedReader.Unseen(context.Notifications),
        ["a recovery"] = context => FeedReader.ChangedSince(context.Notifications, "rosa", 1_000).Take(301),
        ["matches counted by job and score"] = context => MatchingOverviewReader.Counts(context, Rosa, null),
        ["the newest high matches"] = context => MatchingOverviewReader.NewestHigh(context, Rosa, null),
        ["jobs of an overview"] = context =>
            MatchingOverviewReader.Named(context, [Guid.Empty]).Union(MatchingOverviewReader.Newest(context, null)),
        ["a candidate search"] = context => CandidateReader
            .Select(
                context, Rosa, new CandidateFilter(0, 20, "C# Köln 100%", CandidateSource.Application, ["Köln", "O'Neil"]))
            .OrderByDescending(one => one.AddedAt).ThenByDescending(one => one.Id).Skip(20).Take(20),
        ["candidates of a candidate"] = context =>
            CandidateReader.VisibleTo(context, new UserIdentity("kim", "Kim", null, Roles.Candidate)),
        ["candidates who were shared"] = context => CandidateReader.Select(
            context, Rosa, new CandidateFilter(0, 20, null, CandidateSource.AdminShare, [])),
        ["one candidate"] = context => CandidateReader.One(context, Rosa, Guid.Empty),
        ["with whom a candidate is shared"] = context => CandidateShares.Listed(context, Guid.Empty),
        ["shares to take back"] = context => CandidateShares.Among(context.CandidateShares, [Guid.Empty], ["rosa", "ben"]),
        ["what is free in the queue"] = context =>
            ResumeStore.Free(context, TestNode.Start).OrderBy(one => one.QueuedFor).Take(1),
        ["what is unfinished"] = context => ResumeStore.Unfinished(context, "rosa", (TestNode.Start, Guid.CreateVersion7())).Take(21),
        ["a page of batches"] = context => BatchQueries.OfOwner(context, "rosa", (TestNode.Start, Guid.CreateVersion7())).Take(21),
        ["the files of a batch"] = context => BatchQueries.Files(context, Guid.Empty),
        ["what failed of a batch"] = context => BatchQueries.Failed(context, Guid.Empty),
        ["the files of a sync"] = context => SyncQueries.Counts(context, [Guid.Empty]),
        ["batches to be announced"] = context => BatchQueries.Unannounced(context, TestNode.Start).Take(100),
        ["syncs that are due"] = context => SyncQueries.Free(context, TestNode.Start).Take(1),
        ["the syncs of a user"] = context => SyncQueries.OfOwner(context, "rosa"),
        ["what is known of files"] = context => SyncQueries.Known(context, "rosa", ["one", "two"]),
        ["a page of what a folder held"] = context => SyncQueries.Files(context, Guid.Empty, (TestNode.Start, Guid.CreateVersion7())).Take(21),
        ["consents that have expired"] = context => GoogleConsents.Expired(context, TestNode.Start),
        ["the latest consent"] = context => GoogleConsents.LatestOf(context, "rosa"),
        ["who has an address"] = context => DeliveryLookup.Addressed(context, ["rosa", "ben"]),
        ["who was told"] = context => new SqlServerDialect(() => context).NotificationsOf(context, SomeKeys),
        ["who was told past the feed"] = context => DeliveryLookup.Reached(new SqlServerDialect(() => context).WithheldOf(context, SomeKeys)),
        ["mails of this hour"] = context => DeliveryLookup
            .MailsSince(context.EmailDeliveries, ["rosa", "ben"], NotificationType.MatchFound, TestNode.Start)
            .GroupBy(mail => mail.UserId).Select(mails => new { mails.Key, Count = mails.Count() }),
        ["what was withheld"] = context => DeliveryTraces
            .Select(context.WithheldNotifications, new WithheldFilter("rosa", NotificationType.MatchFound, "key", (TestNode.Start, Guid.Empty), 20))
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(20),
        ["what has expired"] = context => Outlived(context, new Outlived.Expired(TestNode.Start)),
        ["what was read long ago"] = context => Outlived(context, Kept(KeptAs.Read)),
        ["what is unread for long"] = context => Outlived(context, Kept(KeptAs.Unread)),
        ["what was archived long ago"] = context => Outlived(context, Kept(KeptAs.Archived)),
        ["old tombstones"] = context =>
            RetentionStore.Tombstones(context.Notifications, TestNode.Start).OrderBy(one => one.DeletedAt).Take(200),
        ["what was withheld long ago"] = context => RetentionStore.OldestWithheld(context, TestNode.Start, 200),
        ["what was received long ago"] = context => RetentionStore.OldestEvents(context, TestNode.Start, 200),
        ["notifications by their keys"] = context =>
            FeedReader.Named(context.Notifications, [.. Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7())]),
        ["what a device confirms"] = context => FeedTransaction.ReceiptsOf(
            FeedTransaction.Undelivered(context.Notifications, new DeliveredStretch("rosa", 5, 2_000, 9_000)), "rosa", 200),
        ["who has not confirmed all"] = context => ReceiptReader.Behind(context, ["rosa", "ben"]),
        ["what a user caused"] = context => ReceiptReader.Page(
            ReceiptReader.Select(context.Notifications, "ada", null, new ReceiptPosition(TestNode.Start, Guid.CreateVersion7())), 21),
        ["events that have been received"] = context => ReceivedEvents.OfKeys(context, [[1, 2, 3], [4, 5, 6]]),
        ["resumes by their ids"] = context => TrackedResumes.OfIds(context, [Guid.Empty, Guid.AllBitsSet]).Where(one => one.StorageKey == ""),
        ["mails that are due"] = context => EmailQueue.Due(context.EmailDeliveries, TestNode.Start).OrderBy(mail => mail.DueAt).Take(4),
        ["mails that go out together"] = context => EmailQueue.FirstWith(context.EmailDeliveries, SomeMail.Of(EmailGrouping.Summary)),
        ["what became of a mail's notification"] = context => NotificationFacts.Of(context.Notifications, [Guid.Empty]),
        ["a page of mails"] = context => EmailDeliveries
            .Page(context.EmailDeliveries, EmailStatus.Dead, new EmailPosition(TestNode.Start, Guid.Empty)).Take(21),
        ["mails to be removed"] = context => EmailDeliveries.Ended(context.EmailDeliveries, EmailStatus.Sent, TestNode.Start).Take(500),
        ["a page of users"] = context => UserDirectory
            .Select(context.Users, new UserFilter(Roles.Recruiter, @"50%_[a]\", 20, 20)).OrderBy(one => one.Name).ThenBy(one => one.Id).Skip(20).Take(20),
        ["jobs"] = MatchingQueryPlanTests.All["a job search"].Query,
        ["jobs to compare"] = MatchingQueryPlanTests.All["the next jobs"].Query,
        ["candidates to compare"] = MatchingQueryPlanTests.All["the next candidates"].Query,
        ["the queue of comparisons"] = MatchingQueryPlanTests.All["the queue"].Query,
        ["matches of a candidate"] = MatchingQueryPlanTests.All["matches of a candidate"].Query,
        ["matches of a job"] = MatchingQueryPlanTests.All["matches of a job for a recruiter"].Query,
        ["how many matches there are"] = context =>
            MatchReader.Counts(MatchReader.Select(context, new MatchSelection.OfCandidate(Guid.Empty) { MinScore = 60 })),
        ["imports, counted"] = QueueFigurePlanTests.All["imports"].Query,
        ["failed imports, counted"] = QueueFigurePlanTests.All["failed imports"].Query,
        ["comparisons, counted"] = QueueFigurePlanTests.All["comparisons"].Query,
        ["syncs, counted"] = QueueFigurePlanTests.All["syncs"].Query,
        ["pending mails, counted"] = QueueFigurePlanTests.All["pending mails"].Query,
        ["sent mails, counted"] = QueueFigurePlanTests.All["sent mails"].Query,
        ["users of a role"] = context => context.Users.Where(user => (user.Roles & (Roles.Recruiter | Roles.Admin)) != 0),
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_is_translated_to_valid_Transact_SQL(string query)
    {
        using var context = new SqlServerDesignTimeContext().CreateDbContext([]);
        using var command = All[query](context).CreateDbCommand();

        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(command.CommandText), out var errors);

        Assert.True(errors.Count == 0, $"{string.Join('\n', errors.Select(error => error.Message))}\n{command.CommandText}");
    }

    private static Outlived Kept(KeptAs state) => new Outlived.KeptSince(NotificationType.MatchFound, state, TestNode.Start);

    private static IQueryable<Notification> Outlived(HotGigsDbContext context, Outlived condition) =>
        RetentionStore.Oldest(RetentionStore.Select(context.Notifications, condition), condition).Take(500);
}
