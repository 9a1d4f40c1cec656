namespace HotGigs.Domain.Matching;

/// <summary>A place as somebody wrote it, and what is known of it; names are folded, so that equal ones are the same.</summary>
/// <param name="Text">As written.</param>
/// <param name="City">Folded name.</param>
/// <param name="Region">State or province of <paramref name="Country"/>.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="IsRemote">Work can be done from anywhere.</param>
public sealed record Place(string Text, string? City = null, string? Region = null, string? Country = null, bool IsRemote = false)
{
    /// <summary>Whether it says enough to be compared with others.</summary>
    public bool IsKnown => City is not null || Region is not null || Country is not null;

    public bool IsInCountryOf(Place other) => Country is not null && Country == other.Country;

    public bool IsInRegionOf(Place other) => Region is not null && Region == other.Region && IsInCountryOf(other);

    /// <summary>Whether it lies in another one, as far as that one says where it is.</summary>
    public bool IsWithin(Place other) => other switch
    {
        { City: not null } => IsInCityOf(other),
        { Region: not null } => IsInRegionOf(other),
        _ => IsInCountryOf(other),
    };

    // Of two cities that share a name, one in another country or region is another.
    private bool IsInCityOf(Place other) => City == other.City && Agree(Country, other.Country) && Agree(Region, other.Region);

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;
}
