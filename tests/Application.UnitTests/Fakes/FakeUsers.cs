using HotGigs.Application.Users;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Fakes;

/// <summary>A directory of these users.</summary>
internal sealed class FakeUsers(params IReadOnlyList<UserIdentity> known) : IUserDirectory
{
    public Task RecordAsync(UserIdentity identity, DateTimeOffset tokenIssuedAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<UserStanding?> FindAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(known.FirstOrDefault(user => user.Id == userId) is { } user ? new UserStanding(user.Roles, DateTimeOffset.UnixEpoch) : null);

    public Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<string>>([.. known.Where(user => user.Roles.HasAny(roles)).Select(user => user.Id)]);
}
