namespace HotGigs.Domain.Users;

/// <summary>Who makes a request, as their valid token says.</summary>
/// <param name="Id">The token's <c>sub</c>.</param>
/// <param name="Name">Display name; the id where the token has none.</param>
/// <param name="Email">E-mail address, where the token has one.</param>
/// <param name="Roles">What the token allows.</param>
public sealed record UserIdentity(string Id, string Name, string? Email, Roles Roles)
{
    public bool IsAdmin => Roles.HasAny(Roles.Admin);

    public bool IsRecruiter => Roles.HasAny(Roles.Recruiter);
}
