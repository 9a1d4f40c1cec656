namespace HotGigs.Application.GoogleDrive;

/// <summary>Connects users with their Google Drives: OAuth 2 with an authorisation code, PKCE and state. Tokens never leave it.</summary>
public interface IGoogleDriveAccounts
{
    /// <summary>Begins: notes a state and a secret for the user, for ten minutes unless configured otherwise.</summary>
    /// <returns>Where to send the user, and the state that comes back with them.</returns>
    Task<GoogleDriveConsent> BeginAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Ends: exchanges the code for a grant and keeps it, in place of an earlier one. The state is used up by it.</summary>
    /// <param name="userId">Who comes back.</param>
    /// <param name="code">What Google gave them.</param>
    /// <param name="state">What they were sent with; <c>null</c> for the latest.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="Common.RequestException"><c>validation_failed</c> on <c>state</c> or <c>code</c>, <c>unavailable</c> where Google is not there.</exception>
    Task<GoogleDriveAccount> CompleteAsync(string userId, string code, string? state, CancellationToken cancellationToken);

    /// <summary>Forgets a state whose user did not consent.</summary>
    Task AbandonAsync(string userId, string? state, CancellationToken cancellationToken);

    Task<GoogleDriveAccount?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Forgets the grant, and revokes it at Google as far as Google can be reached.</summary>
    Task DisconnectAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Forgets a grant that Google does not accept any more; a newer one of the user stays.</summary>
    Task ForgetAsync(string userId, Guid connectionId, CancellationToken cancellationToken);
}

/// <summary>Where a user gives their consent.</summary>
public sealed record GoogleDriveConsent(string AuthUrl, string State);

/// <summary>A Google Drive that is connected.</summary>
/// <param name="ConnectionId">Another one each time the user connects.</param>
/// <param name="Email">The Google account, where Google told.</param>
/// <param name="ConnectedAt">Since when.</param>
public sealed record GoogleDriveAccount(Guid ConnectionId, string? Email, DateTimeOffset ConnectedAt);
