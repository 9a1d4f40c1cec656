using System.Net;
using HotGigs.Application.GoogleDrive;
using HotGigs.Infrastructure.GoogleDrive.Storage;

namespace HotGigs.Infrastructure.GoogleDrive.Api;

/// <summary>A user's access token, renewed when it has expired or Google does not take it any more. Many may ask at the same time.</summary>
internal sealed class GoogleAccess(
    GoogleConnection connection, GoogleOAuth oauth, GoogleConnections connections, bool isWaitedFor, TimeProvider clock) : IDisposable
{
    /// <summary>A token that has no longer to live might not outlive the request.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1, 1);
    private string? refreshToken = connection.RefreshToken;
    private string? token = connection.AccessToken;
    private DateTimeOffset expiresAt = connection.AccessTokenExpiresAt;

    public bool IsWaitedFor => isWaitedFor;

    /// <summary>Makes a call with a token, and once more with a new one where Google does not take it.</summary>
    /// <exception cref="GoogleDriveRevokedException">The grant is gone.</exception>
    public async Task<T> UseAsync<T>(Func<string, Task<T>> call, CancellationToken cancellationToken)
    {
        var first = await GetAsync(refused: null, cancellationToken);
        try
        {
            return await call(first);
        }
        catch (GoogleException refused) when (refused.Status == HttpStatusCode.Unauthorized)
        {
            return await call(await GetAsync(first, cancellationToken));
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (token is not null && token != refused && clock.GetUtcNow() < expiresAt - Margin)
                return token;
            var renewed = await RenewAsync(cancellationToken);
            (token, expiresAt) = (renewed.AccessToken, clock.GetUtcNow() + TimeSpan.FromSeconds(renewed.ExpiresIn));
            // Google may replace it; the one before is worthless from then on.
            refreshToken = renewed.RefreshToken ?? refreshToken;
            await connections.KeepTokensAsync(
                connection with { AccessToken = token, AccessTokenExpiresAt = expiresAt, RefreshToken = refreshToken },
                cancellationToken);
            return token;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<TokenAnswer> RenewAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Keys that are lost lose the tokens, too: to the user it is the same.
            return refreshToken is not null
                ? await oauth.RefreshAsync(refreshToken, isWaitedFor, cancellationToken)
                : throw new GoogleDriveRevokedException(connection.ConnectionId);
        }
        catch (GoogleException refused) when (refused.Reason == "invalid_grant")
        {
            throw new GoogleDriveRevokedException(connection.ConnectionId);
        }
        catch (GoogleException refused)
        {
            throw new GoogleDriveUnavailableException("Google does not accept this server at the moment.", null, refused);
        }
    }
}
