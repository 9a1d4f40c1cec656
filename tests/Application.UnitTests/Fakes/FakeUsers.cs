using HotGigs.Application.Users;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Fakes;

/// <summary>A directory of these users.</summary>
internal sealed class FakeUsers(params IReadOnlyList<UserIdentity> known) : IUserDirectory
{
    /// <summary>When some of them were last seen.</summary>
    public Dictionary<string, DateTimeOffset> Seen { get; } = [];

    /// <summary>How often users were looked for by their ids.</summary>
    public int Lookups { get; private set; }

    public Task RecordAsync(UserIdentity identity, DateTimeOffset tokenIssuedAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<UserStanding?> FindAsync(string userId, CancellationToken cancellationToken)
    {
        Lookups++;
        return Task.FromResult(known.FirstOrDefault(user => user.Id == userId) is { } user ? new UserStanding(user.Roles, DateTimeOffset.UnixEpoch) : null);
    }

    public Task<IReadOnlyDictionary<string, UserIdentity>> FindAsync(
        IReadOnlyCollection<string> userIds, CancellationToken cancellationToken)
    {
        Lookups++;
        return Task.FromResult<IReadOnlyDictionary<string, UserIdentity>>(
            known.Where(user => userIds.Contains(user.Id)).ToDictionary(user => user.Id));
    }

    public Task<UserPage> ListAsync(UserFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<string>>([.. known.Where(user => user.Roles.HasAny(roles)).Select(user => user.Id)]);

    public Task RecordLastSeenAsync(IReadOnlyCollection<LastSeen> seen, CancellationToken cancellationToken)
    {
        foreach (var (userId, at) in seen)
            Seen[userId] = at;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<SeenUser>> FindSeenSinceAsync(
        Roles roles, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SeenUser>>(
        [
            .. known
                .Where(user => user.Roles.HasAny(roles) && Seen.TryGetValue(user.Id, out var at) && at >= since)
                .Select(user => new SeenUser(user.Id, user.Name, Seen[user.Id]))
                .OrderByDescending(seen => seen.At)
                .Take(limit),
        ]);
}
