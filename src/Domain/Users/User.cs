using System.Diagnostics.CodeAnalysis;

namespace HotGigs.Domain.Users;

/// <summary>
/// Somebody known from their token. The directory resolves "all recruiters" and e-mail addresses; it never
/// decides what a request may do, the request's own token does.
/// </summary>
public sealed class User
{
    public const int MaxIdLength = 128;
    public const int MaxNameLength = 200;
    public const int MaxEmailLength = 320;

    private User()
    {
    }

    /// <summary>
    /// Whether a text can be a user's id. One that begins or ends with a space cannot: some databases would take it
    /// for the one without.
    /// </summary>
    public static bool IsValidId([NotNullWhen(true)] string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id.Trim() == id && !id.Any(char.IsControl);

    /// <summary>The token's <c>sub</c>: an opaque string.</summary>
    public string Id { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public Roles Roles { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }

    /// <summary>When the token was issued from which name, e-mail and roles were taken. An older token never overwrites them.</summary>
    public DateTimeOffset TokenIssuedAt { get; private set; }

    /// <summary>When a connection of theirs last came, left a room or ended; <c>null</c> before the first.</summary>
    public DateTimeOffset? LastSeenAt { get; private set; }

    public static User Register(UserIdentity identity, DateTimeOffset tokenIssuedAt, DateTimeOffset now)
    {
        var user = new User { Id = identity.Id, FirstSeenAt = now };
        user.Take(identity, tokenIssuedAt);
        return user;
    }

    /// <summary>Takes over name, e-mail and roles from a newer token.</summary>
    /// <returns>Whether anything but the time changed.</returns>
    public bool KeepCurrent(UserIdentity identity, DateTimeOffset tokenIssuedAt)
    {
        if (tokenIssuedAt < TokenIssuedAt)
            return false;

        var differs = Name != identity.Name || Email != identity.Email || Roles != identity.Roles;
        Take(identity, tokenIssuedAt);
        return differs;
    }

    private void Take(UserIdentity identity, DateTimeOffset tokenIssuedAt)
    {
        Name = identity.Name;
        Email = identity.Email;
        Roles = identity.Roles;
        TokenIssuedAt = tokenIssuedAt;
    }
}
