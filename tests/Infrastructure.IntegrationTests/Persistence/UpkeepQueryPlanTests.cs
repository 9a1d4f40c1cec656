using HotGigs.Application.Notifications.Receipts;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Receipts, expiry and retention go by index, too: how long a feed is, and how many there are, does not matter.</summary>
public sealed class UpkeepQueryPlanTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 200).Select(_ => Guid.CreateVersion7())];

    public static TheoryData<string> Sweeps => [.. All.Keys];

    private static Dictionary<string, (Func<HotGigsDbContext, IQueryable<object>> Query, string Index)> All => new()
    {
        ["what has expired"] = (context => Outlived(context, new Outlived.Expired(TestNode.Start)), "IX_Notifications_Expiring"),
        ["long unread"] = (context => Outlived(context, Kept(KeptAs.Unread)), "IX_Notifications_KeptUnread"),
        ["long read"] = (context => Outlived(context, Kept(KeptAs.Read)), "IX_Notifications_KeptRead"),
        ["long archived"] = (context => Outlived(context, Kept(KeptAs.Archived)), "IX_Notifications_KeptArchived"),
        ["tombstones"] = (
            context => RetentionStore.Tombstones(context.Notifications, TestNode.Start).OrderBy(one => one.DeletedAt).Take(200),
            "IX_Notifications_Tombstones"),
        ["long withheld"] = (context => RetentionStore.OldestWithheld(context, TestNode.Start, 200), "IX_WithheldNotifications_At"),
        ["long received"] = (context => RetentionStore.OldestEvents(context, TestNode.Start, 200), "IX_ReceivedEvents_ReceivedAt"),
        ["what a device confirms"] = (
            context => FeedTransaction.Undelivered(context.Notifications, new DeliveredStretch(Rosa.Id, 5, 2_000, 9_000)),
            "IX_Notifications_UserId_Seq"),
        ["the receipts of it"] = (
            context => FeedTransaction.ReceiptsOf(
                FeedTransaction.Undelivered(context.Notifications, new DeliveredStretch(Rosa.Id, 5, 2_000, 9_000)), Rosa.Id, 200),
            "IX_Notifications_UserId_Seq"),
    };

    [Theory]
    [MemberData(nameof(Sweeps))]
    public async Task A_sweep_is_read_in_order_from_its_own_index(string sweep)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, All[sweep].Query(context));

        Assert.Contains($"USING INDEX {All[sweep].Index} (", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_notifications_are_found_by_their_keys()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, FeedReader.Named(context.Notifications, Ids));

        Assert.Contains("SEARCH n USING INDEX sqlite_autoindex_Notifications_1 (Id=?)", plan[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_user_caused_is_read_in_order_from_its_index(bool nextPage)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        ReceiptPosition? after = nextPage ? new ReceiptPosition(TestNode.Start, Ids[0]) : null;

        var plan = await QueryPlan.OfAsync(
            context, ReceiptReader.Page(ReceiptReader.Select(context.Notifications, Ada.Id, null, after), 21));

        Assert.Contains("USING INDEX IX_Notifications_Actor", plan[0], StringComparison.Ordinal);
        // Only those of the same instant are put in order by themselves.
        Assert.All(plan.Skip(1), step => Assert.Equal("USE TEMP B-TREE FOR LAST TERM OF ORDER BY", step));
    }

    [Fact]
    public async Task A_single_receipt_is_found_by_its_key()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(
            context, ReceiptReader.Page(ReceiptReader.Select(context.Notifications, Ada.Id, Ids[0], null), 21));

        Assert.Contains("USING INDEX sqlite_autoindex_Notifications_1 (Id=?)", plan[0], StringComparison.Ordinal);
    }

    private static Outlived Kept(KeptAs state) => new Outlived.KeptSince(NotificationType.MatchFound, state, TestNode.Start);

    private static IQueryable<Notification> Outlived(HotGigsDbContext context, Outlived condition) =>
        RetentionStore.Oldest(RetentionStore.Select(context.Notifications, condition), condition).Take(500);
}
