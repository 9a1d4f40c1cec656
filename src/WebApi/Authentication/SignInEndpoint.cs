using HotGigs.Application.Common;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Authentication;

/// <summary>Tells a page how people sign in here, before anyone has.</summary>
internal static class SignInEndpoint
{
    public static void MapSignIn(this IEndpointRouteBuilder routes) => routes
        .MapGet("/api/sign-in", Describe)
        .WithTags("Users")
        .WithSummary("How to sign in")
        .Produces<SignInMethod>()
        .AllowAnonymous();

    private static IResult Describe(IOptions<SignInOptions> signIn, IOptions<JwtOptions> jwt, IHostEnvironment environment)
    {
        var claim = jwt.Value.RoleClaim;
        var method = signIn.Value switch
        {
            { IsEnabled: true } oidc => new SignInMethod("oidc", claim, jwt.Value.Authority, oidc.ClientId, oidc.Scope, oidc.DisplayName),
            _ when environment.IsDevelopment() && jwt.Value.SigningKey is { Length: > 0 } => new SignInMethod("development", claim),
            _ => new SignInMethod("token", claim),
        };
        return Results.Json(method, WireJson.Options);
    }

    /// <summary>
    /// <paramref name="Method"/> is <c>oidc</c>: at the provider the rest names; <c>development</c>: as a demo user;
    /// or <c>token</c>: with a token from elsewhere. <paramref name="RoleClaim"/> is where a token holds the roles.
    /// </summary>
    private sealed record SignInMethod(
        string Method, string RoleClaim, string? Authority = null, string? ClientId = null, string? Scope = null, string? DisplayName = null);
}
