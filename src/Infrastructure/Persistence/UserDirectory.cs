using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// The directory of users. It remembers the newest token of each, so that only the first request with a token costs a
/// look into the database.
/// </summary>
internal sealed partial class UserDirectory(Database database, ILiveRights rights, TimeProvider clock) : IUserDirectory
{
    private const int MaxRemembered = 200_000;
    private const int MaxSavedTogether = 128;

    // Many come for the first time at once: after a roll-out, say, when everybody has a new token.
    private readonly Together<(UserIdentity Identity, DateTimeOffset TokenIssuedAt), User> saves = new(
        tokens => SaveAsync(database, clock, tokens), MaxSavedTogether);

    private readonly ConcurrentDictionary<string, (UserIdentity Identity, DateTimeOffset IssuedAt)> newest = new();

    public async Task RecordAsync(UserIdentity identity, DateTimeOffset tokenIssuedAt, CancellationToken cancellationToken)
    {
        if (newest.TryGetValue(identity.Id, out var known)
            && (known.IssuedAt > tokenIssuedAt || known == (identity, tokenIssuedAt)))
            return;

        Remember(await saves.AskAsync((identity, tokenIssuedAt), cancellationToken));
        // After it is remembered: a connection that is added from now on finds it, those that are there are looked at.
        rights.CheckRoles(identity.Id);
    }

    public async Task<UserStanding?> FindAsync(string userId, CancellationToken cancellationToken) =>
        newest.TryGetValue(userId, out var known)
            ? new UserStanding(known.Identity.Roles, known.IssuedAt)
            : await database.ReadAsync(context => context.Users
                .Where(user => user.Id == userId)
                .Select(user => new UserStanding(user.Roles, user.TokenIssuedAt))
                .SingleOrDefaultAsync(cancellationToken));

    public async Task<IReadOnlyDictionary<string, UserIdentity>> FindAsync(
        IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => context.Users
            .Where(user => userIds.Contains(user.Id))
            .Select(user => new UserIdentity(user.Id, user.Name, user.Email, user.Roles))
            .ToDictionaryAsync(user => user.Id, StringComparer.Ordinal, cancellationToken));

    public Task<UserPage> ListAsync(UserFilter filter, CancellationToken cancellationToken) =>
        database.ReadSnapshotAsync(async context =>
        {
            var selected = Select(context.Users.AsNoTracking(), filter);
            var total = await selected.CountAsync(cancellationToken);
            var page = await selected.OrderBy(user => user.Name).ThenBy(user => user.Id)
                .Skip(filter.Skip).Take(filter.Limit).ToListAsync(cancellationToken);
            return new UserPage(page, total);
        }, cancellationToken);

    internal static IQueryable<User> Select(IQueryable<User> all, UserFilter filter)
    {
        if (filter.Role is { } role)
            all = all.Where(user => (user.Roles & role) != 0);
        if (filter.Search is { } search)
        {
            var pattern = $"%{LikeWildcard().Replace(search, @"\$0")}%";
            all = all.Where(user => EF.Functions.Like(user.Name, pattern, @"\")
                || EF.Functions.Like(user.Email, pattern, @"\")
                || EF.Functions.Like(user.Id, pattern, @"\"));
        }

        return all;
    }

    public async Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => context.Users
            .Where(user => (user.Roles & roles) != 0)
            .Select(user => user.Id)
            .OrderBy(id => id)
            .ToListAsync(cancellationToken));

    public Task RecordLastSeenAsync(IReadOnlyCollection<LastSeen> seen, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (context, ct) =>
            {
                var stored = 0;
                // In one order on every server: two that wait for each other's rows would not end.
                foreach (var (userId, at) in seen.OrderBy(one => one.UserId, StringComparer.Ordinal))
                {
                    stored += await context.Users
                        .Where(user => user.Id == userId && (user.LastSeenAt == null || user.LastSeenAt < at))
                        .ExecuteUpdateAsync(update => update.SetProperty(user => user.LastSeenAt, at), ct);
                }

                return stored;
            },
            cancellationToken);

    public async Task<IReadOnlyList<SeenUser>> FindSeenSinceAsync(
        Roles roles, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => SeenSince(context.Users, roles, since, limit).ToListAsync(cancellationToken));

    internal static IQueryable<SeenUser> SeenSince(IQueryable<User> users, Roles roles, DateTimeOffset since, int limit) => users
        .Where(user => user.LastSeenAt >= since && (user.Roles & roles) != 0)
        .OrderByDescending(user => user.LastSeenAt)
        .Take(limit)
        .Select(user => new SeenUser(user.Id, user.Name, user.LastSeenAt!.Value));

    // Some, and not all: everybody's next request would have to be stored again.
    private void Forget(int users)
    {
        foreach (var (id, _) in newest)
        {
            if (users-- == 0)
                return;
            newest.TryRemove(id, out _);
        }
    }

    // Another request may have brought a newer token while this one was stored.
    private void Remember(User user)
    {
        if (newest.Count >= MaxRemembered)
            Forget(MaxRemembered / 10);
        var stored = (Identity: new UserIdentity(user.Id, user.Name, user.Email, user.Roles), IssuedAt: user.TokenIssuedAt);
        newest.AddOrUpdate(user.Id, stored, (_, other) => other.IssuedAt > stored.IssuedAt ? other : stored);
    }

    // Another server may take over a token of the same user meanwhile: then it is looked again which of the two is newer.
    private static async Task<IReadOnlyList<User>> SaveAsync(
        Database database, TimeProvider clock, IReadOnlyList<(UserIdentity Identity, DateTimeOffset TokenIssuedAt)> tokens) =>
        await database.WriteOnLatestAsync(
            async (context, ct) =>
            {
                var ids = tokens.Select(token => token.Identity.Id).Distinct(StringComparer.Ordinal).ToList();
                var users = await context.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, ct);
                var withFeed = await FeedReader.OfUsers(context.NotificationFeeds, [.. ids.Where(id => !users.ContainsKey(id))])
                    .Select(feed => feed.UserId)
                    .ToHashSetAsync(ct);
                foreach (var (identity, issuedAt) in tokens)
                {
                    if (users.TryGetValue(identity.Id, out var user))
                    {
                        user.KeepCurrent(identity, issuedAt);
                        continue;
                    }

                    var now = clock.GetUtcNow();
                    users.Add(identity.Id, user = User.Register(identity, issuedAt, now));
                    context.Users.Add(user);
                    // A feed from the first request on: its epoch is known before anything happens.
                    if (!withFeed.Contains(identity.Id))
                        context.NotificationFeeds.Add(NotificationFeed.Open(identity.Id, now));
                }

                await database.Dialect.SaveAsync(context, ct);
                return (IReadOnlyList<User>)[.. tokens.Select(token => users[token.Identity.Id])];
            },
            CancellationToken.None);

    /// <summary>What LIKE takes for more than itself; a backslash before it makes it itself.</summary>
    [GeneratedRegex(@"[\\%_\[]", RegexOptions.CultureInvariant)]
    private static partial Regex LikeWildcard();
}
