namespace HotGigs.Infrastructure.Realtime;

/// <summary>Judges a token that comes over an open connection exactly as one that comes with the handshake.</summary>
public interface ITokenAuthenticator
{
    /// <summary>Says whom a token identifies.</summary>
    /// <returns><c>null</c> for one that is invalid, has expired or was signed out.</returns>
    /// <exception cref="HotGigs.Application.Common.RequestException"><c>unavailable</c>: the identity provider's keys are not known.</exception>
    Task<ConnectingClient?> AuthenticateAsync(string token, CancellationToken cancellationToken);
}
