using HotGigs.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Asks a database at the other end of a network, once for all who wait.</summary>
internal sealed class GroupedFeedHeads(Database database) : IFeedHeads
{
    private const int MaxTogether = 256;

    private readonly Together<string, FeedSnapshot> heads = new(users => ReadAllAsync(database, users), MaxTogether);

    public ValueTask<FeedSnapshot> ReadAsync(string userId, CancellationToken cancellationToken) =>
        new(heads.AskAsync(userId, cancellationToken));

    private static async Task<IReadOnlyList<FeedSnapshot>> ReadAllAsync(Database database, IReadOnlyList<string> users)
    {
        if (users is [var only])
            return [await database.ReadAsync(context => FeedReader.HeadAsync(context, only, CancellationToken.None))];

        var found = await database.ReadAsync(context => FeedReader.OfUsers(context.NotificationFeeds, users)
            .Select(feed => new { feed.UserId, Head = new FeedSnapshot(feed.Epoch, feed.Seq, feed.UnreadCount, feed.UnseenCount) })
            .ToDictionaryAsync(feed => feed.UserId, feed => feed.Head));
        return [.. users.Select(user => found.GetValueOrDefault(user, FeedReader.Unopened))];
    }
}
