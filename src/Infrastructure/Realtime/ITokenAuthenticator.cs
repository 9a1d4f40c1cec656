namespace HotGigs.Infrastructure.Realtime;

/// <summary>Judges a token that comes over an open connection exactly as one that comes with the handshake.</summary>
public interface ITokenAuthenticator
{
    /// <summary>Says whom a token identifies.</summary>
    /// <returns><c>null</c> for one that is invalid, has expired or was signed out.</returns>
    Task<ConnectingClient?> AuthenticateAsync(string token, CancellationToken cancellationToken);
}
