using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Queues are counted from their heads, over the index that each has: how much is stored does not matter.</summary>
public sealed class QueueFigurePlanTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    public static TheoryData<string> Figures => [.. All.Keys];

    internal static Dictionary<string, (Func<HotGigsDbContext, IQueryable<object>> Query, string Index)> All => new()
    {
        ["imports"] = (context => StoredQueueFigures.Counted(StoredQueueFigures.Imports(context.Resumes)), "IX_Resumes_Queue"),
        ["failed imports"] = (context => StoredQueueFigures.FailedImports(context.Resumes, TestNode.Start), "IX_Resumes_Failed"),
        ["comparisons"] = (
            context => StoredQueueFigures.Counted(StoredQueueFigures.Matching(context.MatchingRuns, TestNode.Start)), "IX_MatchingRuns_Queue"),
        ["syncs"] = (
            context => StoredQueueFigures.Counted(StoredQueueFigures.GoogleDrive(context.GoogleDriveSyncs, TestNode.Start)), "IX_GoogleDriveSyncs_Queue"),
        ["pending mails"] = (context => StoredQueueFigures.PendingMails(context.EmailDeliveries), "IX_EmailDeliveries_Queue"),
        ["sent mails"] = (
            context => StoredQueueFigures.EndedMails(context.EmailDeliveries, EmailStatus.Sent, TestNode.Start), "IX_EmailDeliveries_Status_EndedAt"),
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_figure_is_counted_over_an_index_in_its_order(string figure)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await QueryPlan.OfAsync(context, All[figure].Query(context));

        var step = Assert.Single(plan, one => one.Contains(" USING ", StringComparison.Ordinal));
        Assert.Contains($"INDEX {All[figure].Index}", step, StringComparison.Ordinal);
        // Two groups are put in order by themselves; what they are made of is not.
        Assert.DoesNotContain(plan, one => one.Contains("FOR ORDER BY", StringComparison.Ordinal));
    }
}
