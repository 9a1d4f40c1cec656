using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Database = HotGigs.Infrastructure.Persistence.Database;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What happens when the database comes and goes: what passes is waited for, and nothing is stored twice.</summary>
public sealed class UnsteadyDatabaseTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    [Fact]
    public async Task A_transaction_that_could_not_begin_is_begun_again()
    {
        var dialect = new UnsteadyDialect(Node.Get<IDatabaseDialect>(), Node.Get<Func<HotGigsDbContext>>()) { BeginsToFail = 2 };

        await OpenFeedAsync(dialect);

        Assert.Equal(1, await FeedsAsync());
        Assert.Equal(1, dialect.Runs);
    }

    [Fact]
    public async Task A_transaction_that_broke_before_its_commit_is_run_again_and_stored_once()
    {
        var dialect = new UnsteadyDialect(Node.Get<IDatabaseDialect>(), Node.Get<Func<HotGigsDbContext>>()) { WorksToFail = 2 };

        await OpenFeedAsync(dialect);

        Assert.Equal(1, await FeedsAsync());
        Assert.Equal(3, dialect.Runs);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_of_which_nobody_knows_whether_it_happened_is_never_done_again(bool stored)
    {
        var dialect = new UnsteadyDialect(Node.Get<IDatabaseDialect>(), Node.Get<Func<HotGigsDbContext>>()) { CommitBreaks = true, CommitIsStored = stored };

        await Assert.ThrowsAsync<UncertainCommitException>(() => OpenFeedAsync(dialect));

        Assert.Equal(stored ? 1 : 0, await FeedsAsync());
        Assert.Equal(1, dialect.Runs);
    }

    [Fact]
    public async Task What_does_not_pass_is_told_after_a_few_tries()
    {
        var dialect = new UnsteadyDialect(Node.Get<IDatabaseDialect>(), Node.Get<Func<HotGigsDbContext>>()) { BeginsToFail = int.MaxValue };

        await Assert.ThrowsAsync<PassingFaultException>(() => OpenFeedAsync(dialect));

        Assert.Equal(0, await FeedsAsync());
    }

    [Fact]
    public async Task A_read_is_tried_again()
    {
        var dialect = new UnsteadyDialect(Node.Get<IDatabaseDialect>(), Node.Get<Func<HotGigsDbContext>>());
        var reads = 0;

        var count = await DatabaseOn(dialect).ReadAsync(context =>
            ++reads == 1 ? throw new PassingFaultException() : context.NotificationFeeds.CountAsync(Cancelled));

        Assert.Equal((0, 2), (count, reads));
    }

    // The clock is the real one: the pauses between the tries are of a fraction of a second.
    private Database DatabaseOn(UnsteadyDialect dialect) => new(Node.Get<Func<HotGigsDbContext>>(), dialect, TimeProvider.System);

    private Task<int> OpenFeedAsync(UnsteadyDialect dialect) => DatabaseOn(dialect).WriteAsync(
        (context, _) =>
        {
            context.NotificationFeeds.Add(NotificationFeed.Open("rosa", TestNode.Start));
            dialect.Work();
            return Task.FromResult(0);
        },
        Cancelled);

    private async Task<int> FeedsAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.NotificationFeeds.CountAsync(Cancelled);
    }

    private sealed class PassingFaultException : Exception;

    /// <summary>SQLite, on a connection that breaks where a test wants it to.</summary>
    private sealed class UnsteadyDialect(IDatabaseDialect real, Func<HotGigsDbContext> createContext) : IDatabaseDialect
    {
        public int BeginsToFail { get; set; }

        public int WorksToFail { get; set; }

        public bool CommitBreaks { get; init; }

        public bool CommitIsStored { get; init; }

        public int Runs { get; private set; }

        public void Work()
        {
            Runs++;
            if (WorksToFail-- > 0)
                throw new PassingFaultException();
        }

        public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
        {
            if (BeginsToFail-- > 0)
                throw new PassingFaultException();
            var context = createContext();
            var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            return new WriteTransaction(
                context,
                CommitBreaks ? new BreakingTransaction(transaction, CommitIsStored) : transaction,
                _ => context.DisposeAsync());
        }

        public Task<IAsyncDisposable> BeginSnapshotAsync(HotGigsDbContext context, CancellationToken cancellationToken) =>
            real.BeginSnapshotAsync(context, cancellationToken);

        public Task<List<NotificationFeed>> HoldFeedsAsync(
            HotGigsDbContext context, IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
            real.HoldFeedsAsync(context, userIds, cancellationToken);

        public Task SaveAsync(HotGigsDbContext context, CancellationToken cancellationToken) => real.SaveAsync(context, cancellationToken);

        public IQueryable<Notification> NotificationsOf(HotGigsDbContext context, string keys) => real.NotificationsOf(context, keys);

        public IQueryable<WithheldNotification> WithheldOf(HotGigsDbContext context, string keys) => real.WithheldOf(context, keys);

        public bool IsConflict(Exception error) => real.IsConflict(error);

        public bool IsTransient(Exception error) => error is PassingFaultException;
    }

    /// <summary>A transaction whose connection breaks during the commit: before it is stored, or after.</summary>
    private sealed class BreakingTransaction(IDbContextTransaction real, bool stored) : IDbContextTransaction
    {
        public Guid TransactionId => real.TransactionId;

        public void Commit() => throw new NotSupportedException();

        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            if (stored)
                await real.CommitAsync(cancellationToken);
            throw new PassingFaultException();
        }

        public void Rollback() => real.Rollback();

        public Task RollbackAsync(CancellationToken cancellationToken = default) => real.RollbackAsync(cancellationToken);

        public void Dispose() => real.Dispose();

        public ValueTask DisposeAsync() => real.DisposeAsync();
    }
}
