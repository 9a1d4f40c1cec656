using System.Globalization;
using System.Security.Claims;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;

namespace HotGigs.WebApi.Authentication;

/// <summary>Reads a user out of a validated token's claims.</summary>
internal static class TokenIdentity
{
    /// <summary>Who the token was issued to.</summary>
    /// <returns><c>null</c> where it has no usable <c>sub</c>.</returns>
    public static UserIdentity? Read(ClaimsPrincipal principal)
    {
        var id = principal.FindFirstValue("sub");
        if (!User.IsValidId(id))
            return null;

        var name = principal.FindFirstValue("name");
        var email = principal.FindFirstValue("email");
        return new UserIdentity(
            id,
            Shorten(string.IsNullOrWhiteSpace(name) ? id : name.Trim(), User.MaxNameLength),
            email is { Length: > 0 and <= User.MaxEmailLength } ? email : null,
            principal.Identities.SelectMany(identity => identity.FindAll(identity.RoleClaimType)).Aggregate(Roles.None, (roles, claim) => roles | RoleOf(claim.Value)));
    }

    /// <summary>When the token was issued; the beginning of time where it does not say.</summary>
    public static DateTimeOffset ReadIssuedAt(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue("iat"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UnixEpoch;

    /// <summary>The user of an authenticated request.</summary>
    /// <exception cref="InvalidOperationException">The endpoint does not require authentication.</exception>
    public static UserIdentity Current(this HttpContext context) =>
        Read(context.User) ?? throw new InvalidOperationException("The request is not authenticated.");

    // A role that this server does not know grants nothing.
    private static Roles RoleOf(string name) => WireNames.TryParse<Roles>(name, out var role) ? role : Roles.None;

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];
}
