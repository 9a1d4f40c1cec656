namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>How a resume writes the headings of its positions, learnt from those whose words leave no doubt.</summary>
/// <param name="Order">Which of title and company comes first.</param>
/// <param name="IsCertain">Whether so many headings agree on the order that it outweighs a single word.</param>
/// <param name="IsStacked">Whether title and company stand on lines of their own, so that a comma parts neither.</param>
internal sealed record HeaderPattern(HeaderOrder Order, bool IsCertain, bool IsStacked)
{
    private const int ManyHeadings = 3;

    /// <summary>What is assumed before any heading is read.</summary>
    public static readonly HeaderPattern Unknown = new(HeaderOrder.Unknown, IsCertain: false, IsStacked: false);

    /// <param name="orders">The order of each heading, as far as its words tell.</param>
    /// <param name="stacked">How many headings had their title and company on two lines.</param>
    public static HeaderPattern Of(IReadOnlyList<HeaderOrder> orders, int stacked)
    {
        var companyFirst = orders.Count(order => order == HeaderOrder.CompanyFirst);
        var titleFirst = orders.Count(order => order == HeaderOrder.TitleFirst);
        return new HeaderPattern(
            companyFirst > titleFirst ? HeaderOrder.CompanyFirst : HeaderOrder.TitleFirst,
            Math.Max(companyFirst, titleFirst) >= ManyHeadings && Math.Min(companyFirst, titleFirst) <= 1,
            stacked >= ManyHeadings && stacked > orders.Count - stacked);
    }
}
