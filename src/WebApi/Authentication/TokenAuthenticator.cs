using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime;
using Microsoft.AspNetCore.Authentication;

namespace HotGigs.WebApi.Authentication;

/// <summary>
/// Has tokens judged by the same handler that judges those of requests: the same keys, checks and events, whichever
/// way a token comes.
/// </summary>
internal sealed class TokenAuthenticator(IServiceScopeFactory scopes) : ITokenAuthenticator
{
    public async Task<ConnectingClient?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = cancellationToken };
        context.Request.Headers.Authorization = $"Bearer {token}";
        var result = await context.AuthenticateAsync();
        return result.Failure is RequestException unavailable ? throw unavailable : ClientOf(result);
    }

    /// <summary>The client that a token identifies, where it does.</summary>
    public static ConnectingClient? ClientOf(AuthenticateResult token) =>
        token is { Succeeded: true, Principal: { } principal } && TokenIdentity.Read(principal) is { } user
            ? new ConnectingClient(user, TokenIdentity.ReadIssuedAt(principal), token.Properties.ExpiresUtc ?? DateTimeOffset.MaxValue)
            : null;
}
