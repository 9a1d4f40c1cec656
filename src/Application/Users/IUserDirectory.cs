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

    /// <summary>The ids of all users who hold at least one of these roles.</summary>
    Task<IReadOnlyCollection<string>> FindIdsByRolesAsync(Roles roles, CancellationToken cancellationToken);
}
