using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HotGigs.IdentityProvider;

/// <summary>Lets people choose who they are, remembers it in a cookie, and issues tokens of it.</summary>
internal static class ProviderEndpoints
{
    public const string Authorize = "/connect/authorize";
    public const string Token = "/connect/token";
    public const string EndSession = "/connect/end-session";
    public const string Login = "/login";
    private const string Tokens = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapProvider(this IEndpointRouteBuilder routes, ProviderServer provider)
    {
        routes.MapGet(Authorize, http => AuthorizeAsync(http, provider));
        routes.MapPost(Login, http => LoginAsync(http, provider));
        routes.MapPost(Token, http => IssueAsync(http, provider));
        routes.MapGet(EndSession, async http =>
        {
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            await http.SignOutAsync(Tokens);
        });
    }

    private static async Task AuthorizeAsync(HttpContext http, ProviderServer provider)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request["decision"] == "deny")
            await RefuseAsync(http, Errors.AccessDenied, "They pressed Cancel.");
        else if (request.Prompt is null && provider.Find(http.User.FindFirstValue(Claims.Subject)) is { } account)
            await SignInAsync(http, provider, account, request.GetScopes());
        else
            await Results.Content(LoginPage.Of(provider.Accounts, http.Request.QueryString.Value!), "text/html").ExecuteAsync(http);
    }

    private static async Task LoginAsync(HttpContext http, ProviderServer provider)
    {
        var form = await http.Request.ReadFormAsync();
        var account = provider.Find(form["account"]) ?? throw new InvalidOperationException("There is no such account.");
        var identity = new ClaimsIdentity([new Claim(Claims.Subject, account.Id)], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        // Asked for once, the choice has been made.
        http.Response.Redirect(Authorize + $"{form["request"]}".Replace("&prompt=login", "", StringComparison.Ordinal));
    }

    private static async Task IssueAsync(HttpContext http, ProviderServer provider)
    {
        var granted = (await http.AuthenticateAsync(Tokens)).Principal!;
        if (provider.Find(granted.GetClaim(Claims.Subject)) is not { } account)
        {
            await RefuseAsync(http, Errors.InvalidGrant, "The account is blocked.");
            return;
        }

        if (http.GetOpenIddictServerRequest()!.IsRefreshTokenGrantType())
            provider.CountRefresh();
        await SignInAsync(http, provider, account, granted.GetScopes());
    }

    private static Task SignInAsync(HttpContext http, ProviderServer provider, Account account, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("OpenID Connect");
        identity.SetClaim(Claims.Subject, account.Id).SetClaim(Claims.Name, account.Name).SetClaim(Claims.Email, account.Email);
        foreach (var role in account.Roles)
            identity.AddClaim(new Claim(provider.RoleClaim, role));
        identity.SetScopes(scopes).SetResources(provider.Audience).SetAccessTokenLifetime(provider.TokenLifetime);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return http.SignInAsync(Tokens, new ClaimsPrincipal(identity));
    }

    private static Task RefuseAsync(HttpContext http, string error, string description) => http.ForbidAsync(
        Tokens,
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }));
}
