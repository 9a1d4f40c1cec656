using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace HotGigs.IdentityProvider;

/// <summary>Signs somebody in as a browser does: Authorization Code with PKCE, over HTTP.</summary>
public static class CodeFlow
{
    private const string Callback = "http://127.0.0.1/sign-in/callback";

    /// <returns>The access token.</returns>
    public static async Task<string> AccessTokenAsync(this ProviderServer provider, Account account)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(provider.Authority) };
        var verifier = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var request = QueryHelpers.AddQueryString("", new Dictionary<string, string?>
        {
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = "openid profile email",
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        });

        using var login = await PostAsync(browser, ProviderEndpoints.Login, ("account", account.Id), ("request", request));
        using var authorized = await browser.GetAsync(login.Headers.Location);
        var code = authorized.StatusCode == HttpStatusCode.Redirect
            ? QueryHelpers.ParseQuery(authorized.Headers.Location!.Query)["code"].ToString()
            : throw new InvalidOperationException(await authorized.Content.ReadAsStringAsync());

        using var answer = await PostAsync(
            browser,
            ProviderEndpoints.Token,
            ("grant_type", "authorization_code"),
            ("client_id", provider.ClientId),
            ("redirect_uri", Callback),
            ("code", code),
            ("code_verifier", verifier));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(new Uri(path, UriKind.Relative), form);
    }
}
