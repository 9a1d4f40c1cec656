using HotGigs.Domain.Users;

namespace HotGigs.Application.Users;

/// <summary>Everyone who has ever made a request: what "all recruiters" is resolved from.</summary>
public interface IUserDirectory
{
    /// <summary>
    /// Writes a user into the directory, or takes over what a newer token says; cheap when nothing changed. Roles that
    /// it takes away are taken from the user's live connections.
    /// </summary>
    Task RecordAsync(UserIdentity identity, DateTimeOffset tokenIssuedAt, CancellationToken cancellationToken);

    /// <summary>What the newest token known of a user allows; cheap for one who was here lately.</summary>
    /// <returns><c>null</c> for somebody who was never here.</returns>
    Task<UserStanding?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Those of these users who were ever here, by their ids, as their newest token says.</summary>
    Task<IReadOnlyDictionary<string, UserIdentity>> FindAsync(IReadOnlyCollection<string> userIds, CancellationToken cancellationToken);

    /// <summary>The ids of all users who hold at least one of these roles.</summary>
    Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken);

    /// <summary>Notes in one transaction when users were last seen; an earlier time than is known changes nothing.</summary>
    Task RecordLastSeenAsync(IReadOnlyCollection<LastSeen> seen, CancellationToken cancellationToken);

    /// <summary>Users with at least one of these roles who were seen at or after a time, the latest first.</summary>
    Task<IReadOnlyList<LastSeen>> FindSeenSinceAsync(Roles roles, DateTimeOffset since, int limit, CancellationToken cancellationToken);
}

/// <summary>When a user was last seen.</summary>
public sealed record LastSeen(string UserId, DateTimeOffset At);
