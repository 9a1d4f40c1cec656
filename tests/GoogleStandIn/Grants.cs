using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace HotGigs.GoogleStandIn;

/// <summary>What users have consented to: codes that work once, refresh tokens, and access tokens that expire.</summary>
public sealed class Grants(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Consent> codes = new();
    private readonly ConcurrentDictionary<string, bool> refreshTokens = new();
    private readonly ConcurrentDictionary<string, (string RefreshToken, DateTimeOffset ExpiresAt)> accessTokens = new();
    private readonly ConcurrentQueue<string> secrets = new();

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Whether each renewal replaces the refresh token, and the one before counts no more.</summary>
    public bool RotatesRefreshTokens { get; set; }

    /// <summary>Every code and token that was ever given out.</summary>
    public IReadOnlyCollection<string> Secrets => secrets;

    /// <summary>How many grants there are that have not been revoked.</summary>
    public int Count => refreshTokens.Count;

    /// <summary>Lets all access tokens expire; refresh tokens stay.</summary>
    public void ExpireAccessTokens() => accessTokens.Clear();

    /// <summary>Takes all grants back, as a user does on their account's page.</summary>
    public void RevokeAll()
    {
        refreshTokens.Clear();
        accessTokens.Clear();
    }

    internal string Consented(Consent consent)
    {
        var code = NewSecret("code");
        codes[code] = consent;
        return code;
    }

    /// <returns>A new refresh token; <c>null</c> where the code is not good for this.</returns>
    internal string? Exchange(string? code, string? redirectUri, string? verifier)
    {
        if (code is null || !codes.TryRemove(code, out var consent) || consent.RedirectUri != redirectUri || verifier is not { Length: >= 43 and <= 128 })
            return null;
        if (Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) != consent.Challenge)
            return null;
        var token = NewSecret("refresh");
        refreshTokens[token] = true;
        return token;
    }

    /// <returns>The refresh token that counts from now on.</returns>
    internal string? Rotate(string? refreshToken)
    {
        if (!RotatesRefreshTokens || refreshToken is null || !refreshTokens.TryRemove(refreshToken, out _))
            return refreshToken;
        var token = NewSecret("refresh");
        refreshTokens[token] = true;
        return token;
    }

    /// <returns>A new access token; <c>null</c> where the grant is gone.</returns>
    internal string? Refresh(string? refreshToken)
    {
        if (refreshToken is null || !refreshTokens.ContainsKey(refreshToken))
            return null;
        var token = NewSecret("access");
        accessTokens[token] = (refreshToken, clock.GetUtcNow() + AccessTokenLifetime);
        return token;
    }

    internal bool Revoke(string? token)
    {
        if (token is null || !refreshTokens.TryRemove(token, out _))
            return false;
        foreach (var (access, of) in accessTokens)
        {
            if (of.RefreshToken == token)
                accessTokens.TryRemove(access, out _);
        }

        return true;
    }

    internal bool Admits(string? accessToken) =>
        accessToken is not null && accessTokens.TryGetValue(accessToken, out var of) && of.ExpiresAt > clock.GetUtcNow();

    private string NewSecret(string kind)
    {
        var secret = $"{kind}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24))}";
        secrets.Enqueue(secret);
        return secret;
    }
}

/// <summary>What a user was asked for and agreed to.</summary>
internal sealed record Consent(string RedirectUri, string Challenge);
