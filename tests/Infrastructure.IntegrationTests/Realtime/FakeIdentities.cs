using System.Collections.Concurrent;
using HotGigs.Application.Users;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Realtime;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Stands in for the directory of users and for what judges tokens, so that a test says what they know.</summary>
internal sealed class FakeIdentities : IUserDirectory, ITokenAuthenticator
{
    /// <summary>What the newest token of a user allows.</summary>
    public ConcurrentDictionary<string, UserStanding> Standings { get; } = new();

    /// <summary>Good tokens, by what they look like.</summary>
    public ConcurrentDictionary<string, ConnectingClient> Tokens { get; } = new();

    /// <summary>The tokens that were recorded.</summary>
    public ConcurrentQueue<(UserIdentity User, DateTimeOffset IssuedAt)> Recorded { get; } = new();

    public Task RecordAsync(UserIdentity identity, DateTimeOffset tokenIssuedAt, CancellationToken cancellationToken)
    {
        Recorded.Enqueue((identity, tokenIssuedAt));
        return Task.CompletedTask;
    }

    public Task<UserStanding?> FindAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(Standings.GetValueOrDefault(userId));

    public Task<IReadOnlyDictionary<string, UserIdentity>> FindAsync(
        IReadOnlyCollection<string> userIds, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RecordLastSeenAsync(IReadOnlyCollection<LastSeen> seen, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<SeenUser>> FindSeenSinceAsync(
        Roles roles, DateTimeOffset since, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<UserPage> ListAsync(UserFilter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ConnectingClient?> AuthenticateAsync(string token, CancellationToken cancellationToken) =>
        Task.FromResult(Tokens.GetValueOrDefault(token));
}
