using HotGigs.Domain.Users;

namespace HotGigs.Application.Users;

/// <summary>What the newest token that is known of a user allows.</summary>
/// <param name="Roles">The roles in it.</param>
/// <param name="TokenIssuedAt">When it was issued.</param>
public sealed record UserStanding(Roles Roles, DateTimeOffset TokenIssuedAt)
{
    /// <summary>The roles of a token that hold now: one that is not newer gives back nothing that was taken away since.</summary>
    /// <param name="held">The roles in the token.</param>
    /// <param name="tokenIssuedAt">When it was issued.</param>
    public Roles Limit(Roles held, DateTimeOffset tokenIssuedAt) => tokenIssuedAt > TokenIssuedAt ? held : held & Roles;
}
