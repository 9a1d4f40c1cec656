using System.Text;
using HotGigs.Tests.Shared.Servers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HotGigs.Tests.Shared.Clients;

/// <summary>Makes tokens as an identity provider would, good ones and bad ones.</summary>
public static class Tokens
{
    /// <summary>A token signed by the key of the test servers.</summary>
    /// <param name="subject">The user's id.</param>
    /// <param name="roles">A text, a list of texts, or <c>null</c> for no such claim.</param>
    /// <param name="lifetime">From now; negative for an expired one.</param>
    /// <param name="key">Another key than the server's makes it a forgery.</param>
    public static string Create(
        string subject, object? roles = null, TimeSpan? lifetime = null, string key = ServerSettings.SigningKey)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = subject,
            ["name"] = NameOf(subject),
            ["email"] = $"{subject}@example.com",
        };
        if (roles is not null)
            claims["role"] = roles;
        var expires = TimeProvider.System.GetUtcNow() + (lifetime ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Claims = claims,
            IssuedAt = expires.AddHours(-1).UtcDateTime,
            Expires = expires.UtcDateTime,
            SigningCredentials = new SigningCredentials(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(key)), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The display name of a test user.</summary>
    public static string NameOf(string subject) => $"Name of {subject}";
}
