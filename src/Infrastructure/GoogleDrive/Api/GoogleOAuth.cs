using System.Net;
using HotGigs.Application.GoogleDrive;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive.Api;

/// <summary>OAuth 2.0 with Google: authorisation code with PKCE (RFC 7636), refresh, revocation (RFC 7009).</summary>
internal sealed class GoogleOAuth(GoogleHttp http, IOptions<GoogleDriveOptions> options)
{
    public const string Scope = "https://www.googleapis.com/auth/drive.readonly";

    private GoogleDriveOptions Options => options.Value;

    /// <summary>Where a user gives their consent. They are asked each time, because only then Google gives a refresh token for sure.</summary>
    public string ConsentAddress(string state, string challenge) => QueryHelpers.AddQueryString(
        $"{Options.AuthBase.TrimEnd('/')}/o/oauth2/v2/auth",
        new Dictionary<string, string?>
        {
            ["client_id"] = Options.ClientId,
            ["redirect_uri"] = Options.RedirectUri,
            ["response_type"] = "code",
            ["scope"] = Scope,
            ["access_type"] = "offline",
            ["prompt"] = "consent",
            ["state"] = state,
            ["code_challenge"] = challenge,
            ["code_challenge_method"] = "S256",
        });

    public Task<TokenAnswer> ExchangeAsync(string code, string verifier, CancellationToken cancellationToken) => AskAsync(
        new()
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["code_verifier"] = verifier,
            ["redirect_uri"] = Options.RedirectUri!,
        },
        isWaitedFor: true,
        cancellationToken);

    public Task<TokenAnswer> RefreshAsync(string refreshToken, bool isWaitedFor, CancellationToken cancellationToken) => AskAsync(
        new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, isWaitedFor, cancellationToken);

    /// <summary>Revokes a grant. One that Google does not know any more is no error.</summary>
    public async Task RevokeAsync(string refreshToken, CancellationToken cancellationToken)
    {
        try
        {
            await http.SendAsync(
                () => Post("revoke", new() { ["token"] = refreshToken }),
                (_, _) => Task.FromResult(true),
                isWaitedFor: true,
                Options.RequestTimeout,
                cancellationToken);
        }
        catch (GoogleException gone) when (gone.Status == HttpStatusCode.BadRequest)
        {
            // It has expired, or the user was faster.
        }
    }

    private Task<TokenAnswer> AskAsync(Dictionary<string, string> form, bool isWaitedFor, CancellationToken cancellationToken)
    {
        form["client_id"] = Options.ClientId!;
        form["client_secret"] = Options.ClientSecret!;
        return http.SendAsync(() => Post("token", form), GoogleAnswers.ReadAsync<TokenAnswer>, isWaitedFor, Options.RequestTimeout, cancellationToken);
    }

    private HttpRequestMessage Post(string path, Dictionary<string, string> form) =>
        new(HttpMethod.Post, $"{Options.TokenBase.TrimEnd('/')}/{path}") { Content = new FormUrlEncodedContent(form) };
}
