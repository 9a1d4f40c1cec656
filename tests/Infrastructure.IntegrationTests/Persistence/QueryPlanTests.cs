using HotGigs.Application.Notifications;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>No query of a feed looks at more rows than it returns: each goes by an index, and none sorts.</summary>
public sealed class QueryPlanTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    public static TheoryData<string> Filters => [.. Cases.Keys];

    private static Dictionary<string, FeedFilter> Cases => new()
    {
        ["first page"] = new FeedFilter(null, 20),
        ["next page"] = new FeedFilter(1_000, 20),
        ["unread only"] = new FeedFilter(null, 20, UnreadOnly: true),
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

        var plan = await ExplainAsync(context, query);

        Assert.All(plan, step => Assert.DoesNotContain("SCAN", step, StringComparison.Ordinal));
        Assert.All(plan, step => Assert.DoesNotContain("TEMP B-TREE", step, StringComparison.Ordinal));
        Assert.Contains(plan, step => step.Contains("USING INDEX", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_unseen_has_an_index_of_its_own()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var list = FeedReader.Select(context.Notifications, Rosa.Id, new FeedFilter(1_000, 20));

        Assert.Contains("IX_Notifications_Unseen", Assert.Single(await ExplainAsync(context, FeedReader.Unseen(list))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_is_read_in_order_from_an_index()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await ExplainAsync(context, FeedReader.ChangedSince(context.Notifications, Rosa.Id, 1_000).Take(301));

        Assert.Contains("USING INDEX IX_Notifications_UserId_ChangedSeq", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unread_count_is_one_lookup_by_key()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var plan = await ExplainAsync(context, context.NotificationFeeds.Where(feed => feed.UserId == Rosa.Id));

        Assert.Contains("SEARCH", Assert.Single(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_events_and_reported_resumes_are_looked_up_by_key()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();

        var events = await ExplainAsync(context, ReceivedEvents.OfKeys(context, [[1, 2, 3], [4, 5, 6]]));
        var resumes = await ExplainAsync(context, TrackedResumes.OfIds(context, [Guid.Empty, Guid.AllBitsSet]));

        Assert.Contains("SEARCH", events[0], StringComparison.Ordinal);
        Assert.Contains("SEARCH", resumes[0], StringComparison.Ordinal);
        Assert.All(events.Concat(resumes), step => Assert.DoesNotContain("SCAN ReceivedEvents", step, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ExplainAsync<T>(HotGigsDbContext context, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await context.Database.OpenConnectionAsync(Cancelled);
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var steps = new List<string>();
        while (await reader.ReadAsync(Cancelled))
            steps.Add(reader.GetString(3));
        return steps;
    }
}
