using System.Text;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Authentication;

/// <summary>How bearer tokens are validated. Configuration section <c>Jwt</c>.</summary>
public sealed class JwtOptions
{
    public const string Section = "Jwt";

    /// <summary>Bytes that a symmetric key must have at least, for HMAC-SHA256.</summary>
    public const int MinKeyBytes = 32;

    /// <summary>Base address of an OpenID Connect provider, whose published keys sign the tokens.</summary>
    public string? Authority { get; set; }

    /// <summary>A symmetric key as text, at least <see cref="MinKeyBytes"/> bytes in UTF-8; instead of an authority.</summary>
    public string? SigningKey { get; set; }

    /// <summary>The <c>iss</c> that tokens must carry; an authority's own where it is not given.</summary>
    public string? Issuer { get; set; }

    /// <summary>The <c>aud</c> that tokens must carry.</summary>
    public string? Audience { get; set; }

    /// <summary>The claim that holds the roles of a user: providers differ in how they name it.</summary>
    public string RoleClaim { get; set; } = "role";

    /// <summary>How far the clocks of this server and of the issuer may be apart: 30 s for an authority, nothing for a key, unless given.</summary>
    public TimeSpan? ClockSkew { get; set; }
}

/// <summary>Keeps a server from starting that could not tell a real token from a forged one.</summary>
internal sealed class JwtOptionsValidator : IValidateOptions<JwtOptions>
{
    public ValidateOptionsResult Validate(string? name, JwtOptions options)
    {
        var hasAuthority = !string.IsNullOrWhiteSpace(options.Authority);
        var hasKey = !string.IsNullOrWhiteSpace(options.SigningKey);
        return (hasAuthority, hasKey) switch
        {
            (false, false) => ValidateOptionsResult.Fail(
                "Tokens cannot be validated: set Jwt:Authority to an OpenID Connect provider, or Jwt:SigningKey to a secret of at least 32 bytes."),
            (true, true) => ValidateOptionsResult.Fail("Set either Jwt:Authority or Jwt:SigningKey, not both."),
            (false, true) when Encoding.UTF8.GetByteCount(options.SigningKey!) < JwtOptions.MinKeyBytes =>
                ValidateOptionsResult.Fail($"Jwt:SigningKey is too short: it takes at least {JwtOptions.MinKeyBytes} bytes in UTF-8."),
            (true, false) when !IsSafe(options.Authority) => ValidateOptionsResult.Fail(
                "Jwt:Authority has to be an absolute https address; http is for a provider on this machine only."),
            _ when string.IsNullOrWhiteSpace(options.RoleClaim) => ValidateOptionsResult.Fail("Jwt:RoleClaim is empty: name the claim that holds the roles."),
            _ => ValidateOptionsResult.Success,
        };
    }

    private static bool IsSafe(string? authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
