using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace HotGigs.IdentityProvider;

/// <summary>Sets OpenIddict up without a database: what a store would know is checked here.</summary>
internal static class ProviderRegistration
{
    private const string Callback = "/sign-in/callback";

    public static void AddProvider(this IServiceCollection services, string clientId, RsaSecurityKey signingKey, SymmetricSecurityKey encryptionKey) =>
        services.AddOpenIddict().AddServer(server =>
        {
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris(ProviderEndpoints.Authorize)
                .SetTokenEndpointUris(ProviderEndpoints.Token)
                .SetEndSessionEndpointUris(ProviderEndpoints.EndSession);
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow();
            server.RegisterScopes("profile", "email", "offline_access");
            server.AddSigningKey(signingKey).AddEncryptionKey(encryptionKey).DisableAccessTokenEncryption();
            server.UseAspNetCore()
                .DisableTransportSecurityRequirement()
                .EnableAuthorizationEndpointPassthrough()
                .EnableTokenEndpointPassthrough()
                .EnableEndSessionEndpointPassthrough();

            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != clientId || !LeadsTo(context.RedirectUri, Callback))
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "No such client, or not its address.");
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != clientId)
                    context.Reject(OpenIddictConstants.Errors.InvalidClient, "No such client.");
                return ValueTask.CompletedTask;
            }));
            server.AddEventHandler<ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (!LeadsTo(context.PostLogoutRedirectUri, "/"))
                    context.Reject(OpenIddictConstants.Errors.InvalidRequest, "Not an address of the client.");
                return ValueTask.CompletedTask;
            }));
        });

    // The port of a test server is known only once it listens.
    private static bool LeadsTo(string? address, string path) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.AbsolutePath == path;
}
