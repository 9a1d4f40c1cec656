using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Database = HotGigs.Infrastructure.Persistence.Database;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Connections stay open and are used again: what one use leaves behind must not reach the next.</summary>
public sealed class SqliteConnectionTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    [Fact]
    public async Task A_read_of_one_instant_holds_nothing_once_it_is_over()
    {
        await NotifyAsync();
        await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(null, 10), Cancelled);
        await HeadAsync();
        await NotifyAsync();

        await using var context = OtherNode.Get<Func<HotGigsDbContext>>()();
        var isHeldUp = await context.Database.SqlQueryRaw<int>("PRAGMA wal_checkpoint(TRUNCATE)").ToListAsync(Cancelled);

        Assert.Equal([0], isHeldUp);
    }

    [Fact]
    public async Task What_a_failed_transaction_had_tracked_is_not_saved_by_the_next()
    {
        var database = Node.Get<Database>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            (context, _) =>
            {
                context.NotificationFeeds.Add(NotificationFeed.Open(Rosa.Id, TestNode.Start));
                throw new InvalidOperationException();
            },
            Cancelled));

        await OpenFeedAsync(Ben.Id);

        Assert.Equal([Ben.Id], await FeedsAsync());
    }

    [Fact]
    public async Task After_a_commit_that_was_refused_the_next_transaction_is_stored()
    {
        await NotifyAsync();
        await Assert.ThrowsAsync<UncertainCommitException>(() => Node.Get<Database>().WriteAsync(
            (context, ct) => context.Database.ExecuteSqlRawAsync(
                """PRAGMA defer_foreign_keys = 1; UPDATE "NotificationFeeds" SET "UserId" = 'somebody else'""", ct),
            Cancelled));

        await OpenFeedAsync(Ben.Id);

        Assert.Equal([Ben.Id, Rosa.Id], await FeedsAsync());
    }

    [Fact]
    public async Task After_a_head_could_not_be_read_the_next_one_is()
    {
        await NotifyAsync();
        await ExecuteAsync("""ALTER TABLE "NotificationFeeds" RENAME TO "Elsewhere" """);
        await Assert.ThrowsAsync<SqliteException>(HeadAsync);

        await ExecuteAsync("""ALTER TABLE "Elsewhere" RENAME TO "NotificationFeeds" """);

        Assert.Equal(1, (await HeadAsync()).Seq);
    }

    private Task<NotifyResult> NotifyAsync() =>
        OtherNode.SendAsync(new NotifyCandidateShared(Rosa.Id, Guid.CreateVersion7(), "Jane Doe", "Ada", null, null));

    private Task<FeedSnapshot> HeadAsync() => Node.Get<IFeedReader>().GetHeadAsync(Rosa.Id, Cancelled);

    private Task<int> OpenFeedAsync(string userId) => Node.Get<Database>().WriteAsync(
        (context, _) =>
        {
            context.NotificationFeeds.Add(NotificationFeed.Open(userId, TestNode.Start));
            return Task.FromResult(0);
        },
        Cancelled);

    private async Task<List<string>> FeedsAsync()
    {
        await using var context = OtherNode.Get<Func<HotGigsDbContext>>()();
        return await context.NotificationFeeds.Select(feed => feed.UserId).Order().ToListAsync(Cancelled);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var context = OtherNode.Get<Func<HotGigsDbContext>>()();
        await context.Database.ExecuteSqlRawAsync(sql, Cancelled);
    }
}
