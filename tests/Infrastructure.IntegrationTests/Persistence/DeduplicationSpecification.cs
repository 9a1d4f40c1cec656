using HotGigs.Application.Notifications.Notify;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What is told to several at the same moment is no duplicate of what is told to the others.</summary>
public abstract class DeduplicationSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task The_same_told_to_many_at_once_is_a_duplicate_for_none_of_them()
    {
        var candidate = Guid.CreateVersion7();

        // The first one goes alone; those that come while it is stored share a transaction.
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(user =>
            Node.SendAsync(new NotifyCandidateShared($"user-{user}", candidate, "Zoë Example", "Ada", null, null))));

        Assert.All(results, result => Assert.Equal((1, 0, 0), (result.NotificationIds.Count, result.Duplicates, result.Withheld)));
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        Assert.Equal(0, await context.WithheldNotifications.CountAsync(Cancelled));
    }
}

public sealed class SqliteDeduplication() : DeduplicationSpecification(new SqliteTestDatabase());

public sealed class SqlServerDeduplication() : DeduplicationSpecification(new SqlServerTestDatabase());
