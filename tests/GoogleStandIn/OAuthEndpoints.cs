using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace HotGigs.GoogleStandIn;

/// <summary>OAuth 2.0 as Google speaks it, as strict as it.</summary>
internal static partial class OAuthEndpoints
{
    public static void MapOAuth(this IEndpointRouteBuilder routes, GoogleClient client, Grants grants)
    {
        routes.MapGet("/o/oauth2/v2/auth", (HttpRequest request) => Refusal(request.Query, client) is { } wrong
            ? Results.Text($"Error 400: {wrong}", statusCode: 400)
            : Results.Text(ConsentPage(request.QueryString), "text/html"));
        routes.MapPost("/o/oauth2/v2/auth", (HttpRequest request) => Refusal(request.Query, client) is { } wrong
            ? Results.Text($"Error 400: {wrong}", statusCode: 400)
            : Results.Redirect(Answer(request.Query, grants)));
        routes.MapPost("/token", async (HttpRequest request) => Token(await request.ReadFormAsync(), client, grants));
        routes.MapPost("/revoke", async (HttpRequest request) =>
            grants.Revoke((await request.ReadFormAsync())["token"]) ? Results.Ok() : GoogleError.OfOAuth(400, "invalid_token"));
    }

    private static string ConsentPage(QueryString query) => $"""
        <!doctype html><meta charset="utf-8"><title>Stand-in for Google</title>
        <h1>HotGigs wants to read your Google Drive</h1>
        <form method="post" action="{query}"><button>Allow</button></form>
        <form method="post" action="{query}&amp;decision=deny"><button>Deny</button></form>
        """;

    /// <summary>What is wrong with what a user is asked for; <c>null</c> if nothing is.</summary>
    private static string? Refusal(IQueryCollection query, GoogleClient client) => query switch
    {
        _ when query["client_id"] != client.Id => "invalid_client",
        _ when query["redirect_uri"] != client.RedirectUri => "redirect_uri_mismatch",
        _ when query["response_type"] != "code" => "response_type",
        _ when query["scope"] != "https://www.googleapis.com/auth/drive.readonly" => "invalid_scope",
        // Without these Google gives no refresh token.
        _ when query["access_type"] != "offline" || query["prompt"] != "consent" => "access_type and prompt",
        _ when query["code_challenge_method"] != "S256" || !Challenge().IsMatch($"{query["code_challenge"]}") => "code_challenge",
        _ when string.IsNullOrEmpty(query["state"]) => "state",
        _ => null,
    };

    private static string Answer(IQueryCollection query, Grants grants)
    {
        var answer = new Dictionary<string, string?> { ["state"] = query["state"] };
        if (query["decision"] == "deny")
            answer["error"] = "access_denied";
        else
            answer["code"] = grants.Consented(new Consent($"{query["redirect_uri"]}", $"{query["code_challenge"]}"));
        return QueryHelpers.AddQueryString($"{query["redirect_uri"]}", answer);
    }

    private static IResult Token(IFormCollection form, GoogleClient client, Grants grants)
    {
        if (form["client_id"] != client.Id || form["client_secret"] != client.Secret)
            return GoogleError.OfOAuth(401, "invalid_client");
        return $"{form["grant_type"]}" switch
        {
            "authorization_code" => Tokens(grants, grants.Exchange(form["code"], form["redirect_uri"], form["code_verifier"]), isNew: true),
            "refresh_token" => Tokens(grants, grants.Rotate(form["refresh_token"]), isNew: grants.RotatesRefreshTokens),
            _ => GoogleError.OfOAuth(400, "unsupported_grant_type"),
        };
    }

    private static IResult Tokens(Grants grants, string? refreshToken, bool isNew)
    {
        if (grants.Refresh(refreshToken) is not { } accessToken)
            return GoogleError.OfOAuth(400, "invalid_grant");
        var answer = new Dictionary<string, object?>
        {
            ["access_token"] = accessToken,
            ["expires_in"] = (int)grants.AccessTokenLifetime.TotalSeconds,
            ["scope"] = "https://www.googleapis.com/auth/drive.readonly",
            ["token_type"] = "Bearer",
        };
        if (isNew)
            answer["refresh_token"] = refreshToken;
        return Results.Json(answer);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex Challenge();
}
