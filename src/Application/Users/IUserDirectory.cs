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

    /// <summary>One page of users by name, and how many there are in all.</summary>
    Task<UserPage> ListAsync(UserFilter filter, CancellationToken cancellationToken);

    /// <summary>The ids of all users who hold at least one of these roles.</summary>
    Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken);

    /// <summary>Notes in one transaction when users were last seen; an earlier time than is known changes nothing.</summary>
    Task RecordLastSeenAsync(IReadOnlyCollection<LastSeen> seen, CancellationToken cancellationToken);

    /// <summary>Users with at least one of these roles who were seen at or after a time, the latest first.</summary>
    Task<IReadOnlyList<SeenUser>> FindSeenSinceAsync(Roles roles, DateTimeOffset since, int limit, CancellationToken cancellationToken);
}

/// <summary>When a user was last seen.</summary>
public sealed record LastSeen(string UserId, DateTimeOffset At);

/// <summary>Who was last seen when.</summary>
public sealed record SeenUser(string UserId, string Name, DateTimeOffset At);

/// <summary>Which users to list.</summary>
/// <param name="Role">One that they hold; <c>null</c> for all.</param>
/// <param name="Search">
/// What their name, e-mail address or id holds. Case does not matter, with the limits of the database: SQLite knows
/// that of A to Z only, and on SQL Server ids are compared to the letter, names and addresses by the collation of the database.
/// </param>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Limit">How many to return at most.</param>
public sealed record UserFilter(Roles? Role, string? Search, int Skip, int Limit);

/// <summary>One page of users, and how many there are in all.</summary>
public sealed record UserPage(IReadOnlyList<User> Users, int Total);
