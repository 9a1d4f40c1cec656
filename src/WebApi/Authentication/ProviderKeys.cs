using HotGigs.Application.Common;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace HotGigs.WebApi.Authentication;

/// <summary>
/// Tells a token that is no good from one that cannot be judged: while the keys of the identity provider were never
/// fetched, a good token must not look like a bad one, or everyone would be signed out.
/// </summary>
internal static class ProviderKeys
{
    /// <summary>Whether the provider's keys are known; always so where there is no provider.</summary>
    public static async Task<bool> AreKnownAsync(JwtBearerOptions bearer, CancellationToken cancellationToken)
    {
        if (bearer.ConfigurationManager is not { } provider)
            return true;
        try
        {
            // Once fetched it is kept, also while the provider is away.
            return await provider.GetConfigurationAsync(cancellationToken) is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>What a token is answered with that cannot be judged.</summary>
    public static RequestException Unknown() =>
        new(ErrorCode.Unavailable, "The identity provider cannot be reached, so nobody can be let in. Try again in a moment.");
}
