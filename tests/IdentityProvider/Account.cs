namespace HotGigs.IdentityProvider;

/// <summary>Somebody who can sign in at the provider.</summary>
/// <param name="Id">Their <c>sub</c>.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Their address.</param>
/// <param name="Roles">What their tokens say they may be.</param>
public sealed record Account(string Id, string Name, string Email, params IReadOnlyList<string> Roles);
