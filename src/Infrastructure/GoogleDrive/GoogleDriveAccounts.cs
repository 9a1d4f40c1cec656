using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.GoogleDrive.Api;
using HotGigs.Infrastructure.GoogleDrive.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>Connects users with their Google Drives, and opens those that are connected.</summary>
internal sealed partial class GoogleDriveAccounts(
    GoogleConsents consents,
    GoogleConnections connections,
    GoogleOAuth oauth,
    GoogleHttp http,
    IResumeFiles files,
    IOptions<GoogleDriveOptions> options,
    TimeProvider clock,
    ILogger<GoogleDriveAccounts> logger) : IGoogleDriveAccounts, IGoogleDrive
{
    private const int SecretLength = 32;

    public async Task<GoogleDriveConsent> BeginAsync(string userId, CancellationToken cancellationToken)
    {
        var (state, verifier) = (NewSecret(), NewSecret());
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        await consents.AddAsync(userId, state, verifier, cancellationToken);
        return new GoogleDriveConsent(oauth.ConsentAddress(state, challenge), state);
    }

    public async Task<GoogleDriveAccount> CompleteAsync(string userId, string code, string? state, CancellationToken cancellationToken)
    {
        if (state is null && !options.Value.AllowMissingState)
            throw RequestException.Invalid("state", "This is missing. Send what Google sent along with the code.");
        var verifier = await consents.TakeAsync(userId, state, cancellationToken)
            ?? throw RequestException.Invalid("state", "This does not belong to a connection that you began, or it took too long. Connect again.");
        var tokens = await ExchangeAsync(userId, code, state, verifier, cancellationToken);
        if (tokens.Scope is { } scope && !scope.Split(' ').Contains(GoogleOAuth.Scope))
            throw RequestException.Invalid("code", "Reading your Google Drive was not allowed. Connect again and leave it ticked.");
        var earlier = await connections.FindAsync(userId, cancellationToken);
        var refreshToken = tokens.RefreshToken ?? earlier?.RefreshToken
            ?? throw RequestException.Invalid("code", "Google gave no lasting access. Remove HotGigs from the connections of your Google account, then connect again.");

        var now = clock.GetUtcNow();
        var connection = new GoogleConnection(
            userId, Guid.CreateVersion7(now), null, now, refreshToken, tokens.AccessToken, now + TimeSpan.FromSeconds(tokens.ExpiresIn));
        await connections.AddAsync(connection, cancellationToken);
        using (var session = Open(connection, isWaitedFor: true))
            connection = connection with { Email = await session.ReadEmailAsync(cancellationToken) };
        if (connection.Email is not null)
            await connections.NameAsync(connection, cancellationToken);
        return AccountOf(connection);
    }

    public async Task AbandonAsync(string userId, string? state, CancellationToken cancellationToken)
    {
        if (state is not null)
            await consents.TakeAsync(userId, state, cancellationToken);
    }

    public async Task<GoogleDriveAccount?> FindAsync(string userId, CancellationToken cancellationToken) =>
        await connections.FindAsync(userId, cancellationToken) is { } connection ? AccountOf(connection) : null;

    public async Task DisconnectAsync(string userId, CancellationToken cancellationToken)
    {
        if (await connections.FindAsync(userId, cancellationToken) is not { } connection)
            return;
        // First, so that a run that finds the grant revoked sees whose wish that was.
        await connections.RemoveAsync(userId, connection.ConnectionId, cancellationToken);
        try
        {
            if (connection.RefreshToken is { } refreshToken)
                await oauth.RevokeAsync(refreshToken, CancellationToken.None);
        }
        catch (Exception error) when (error is GoogleException or GoogleDriveUnavailableException)
        {
            // The user wants it gone: here it is, and at Google they can remove it by themselves.
            LogNotRevoked(error);
        }
    }

    public Task ForgetAsync(string userId, Guid connectionId, CancellationToken cancellationToken) =>
        connections.RemoveAsync(userId, connectionId, cancellationToken);

    public async Task<IGoogleDriveSession> OpenAsync(string userId, bool isWaitedFor, CancellationToken cancellationToken) =>
        await connections.FindAsync(userId, cancellationToken) is { } connection
            ? Open(connection, isWaitedFor)
            : throw new GoogleDriveNotConnectedException();

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength));

    private static GoogleDriveAccount AccountOf(GoogleConnection connection) => new(connection.ConnectionId, connection.Email, connection.ConnectedAt);

    private GoogleDriveSession Open(GoogleConnection connection, bool isWaitedFor) =>
        new(new GoogleAccess(connection, oauth, connections, isWaitedFor, clock), http, files, options.Value);

    private async Task<TokenAnswer> ExchangeAsync(
        string userId, string code, string? state, string verifier, CancellationToken cancellationToken)
    {
        try
        {
            return await oauth.ExchangeAsync(code, verifier, cancellationToken);
        }
        catch (GoogleException refused) when (refused.Reason == "invalid_grant")
        {
            throw RequestException.Invalid("code", "Google does not accept this code: it was used before, is too old, or is not from this connection. Connect again.");
        }
        catch (GoogleException refused)
        {
            // The setup is wrong: what the user can do is to tell somebody.
            LogClientRefused(refused.Reason ?? refused.Message);
            throw RequestException.Invalid("code", "Google does not accept this server. Ask its administrator to check the settings of GoogleDrive.");
        }
        catch (GoogleDriveUnavailableException unavailable)
        {
            // The code may still be good: the user's next try is to find what it belongs to.
            if (state is not null)
                await consents.AddAsync(userId, state, verifier, cancellationToken);
            throw new RequestException(ErrorCode.Unavailable, unavailable.Message);
        }
    }

    [LoggerMessage(3710, LogLevel.Warning, "Google refused to exchange a code: {Reason}. Check the settings of GoogleDrive")]
    private partial void LogClientRefused(string reason);

    [LoggerMessage(3711, LogLevel.Warning, "A grant could not be revoked at Google; it was forgotten here")]
    private partial void LogNotRevoked(Exception error);
}
