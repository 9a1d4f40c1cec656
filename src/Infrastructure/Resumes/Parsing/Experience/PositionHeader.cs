using HotGigs.Infrastructure.Resumes.Parsing.Contact;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>Which of title and company a resume writes first.</summary>
internal enum HeaderOrder
{
    Unknown,
    TitleFirst,
    CompanyFirst,
}

/// <summary>Title, company and place as read from the heading of a position.</summary>
/// <param name="Order">The order that the words themselves make sure of.</param>
internal sealed record PositionHeader(string? Title, string? Company, string? Location, HeaderOrder Order)
{
    /// <summary>Assigns the phrases of a heading; <paramref name="pattern"/> decides what their words leave open.</summary>
    public static PositionHeader Read(HeaderParts parts, HeaderPattern pattern)
    {
        var phrases = parts.Parts;
        return phrases.Count switch
        {
            0 => new PositionHeader(null, null, parts.Location, HeaderOrder.Unknown),
            1 => ReadSingle(phrases[0], parts.Location, pattern),
            _ => ReadSeveral(parts, parts.Location, pattern),
        };
    }

    private static PositionHeader ReadSingle(string phrase, string? location, HeaderPattern pattern)
    {
        if (pattern.IsStacked)
            return IsTitle(phrase, pattern) ? new PositionHeader(phrase, null, location, HeaderOrder.Unknown) : new PositionHeader(null, phrase, location, HeaderOrder.Unknown);
        if (!JobTitles.IsIn(phrase))
            return Organizations.IsCompany(phrase) || !phrase.Contains(',')
                ? new PositionHeader(null, phrase, location, HeaderOrder.Unknown)
                : SplitAtComma(phrase, location);
        return phrase.Contains(',') ? SplitAtComma(phrase, location) : new PositionHeader(phrase, null, location, HeaderOrder.Unknown);
    }

    private static bool IsTitle(string phrase, HeaderPattern pattern) =>
        JobTitles.IsIn(phrase) || (pattern.Order == HeaderOrder.TitleFirst && !Organizations.IsCompany(phrase));

    // "Senior Engineer, Acme" or "Acme, Senior Engineer": the words say which is which.
    private static PositionHeader SplitAtComma(string phrase, string? location)
    {
        var pieces = phrase.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2 || IsLegalForm(pieces[^1]) && pieces.Length == 2)
            return JobTitles.IsIn(phrase) ? new PositionHeader(phrase, null, location, HeaderOrder.Unknown) : new PositionHeader(null, phrase, location, HeaderOrder.Unknown);
        // "Acme, Toulouse, Stage": a place between the two is part of neither.
        if (pieces.Length > 2)
            pieces = [pieces[0], .. pieces[1..^1].Where(piece => Places.City(piece) is null), pieces[^1]];
        var isTitleFirst = (JobTitles.IsIn(pieces[0]) || !JobTitles.IsIn(pieces[^1])) && !IsSetInCapitals(pieces);
        var titlePieces = isTitleFirst
            ? pieces.Take(1).ToArray()
            : pieces.Skip(1).ToArray();
        var companyPieces = isTitleFirst ? pieces.Skip(1).ToArray() : pieces.Take(1).ToArray();
        return new PositionHeader(string.Join(", ", titlePieces), string.Join(", ", companyPieces), location, isTitleFirst ? HeaderOrder.TitleFirst : HeaderOrder.CompanyFirst);
    }

    private static PositionHeader ReadSeveral(HeaderParts parts, string? location, HeaderPattern pattern)
    {
        var phrases = parts.Parts;
        var usual = pattern.Order;
        var titles = Indices(phrases, phrase => JobTitles.IsIn(phrase));
        var companies = Indices(phrases, phrase => Organizations.IsCompany(phrase) && !JobTitles.IsNamedByIts(phrase));
        var surelyTitle = titles.Except(companies).ToList();
        var surelyCompany = companies.Except(titles).ToList();
        // One word that is known may mislead ("Builder Homes"); an order that all other headings keep does not.
        if (pattern.IsCertain && phrases.Count == 2 && surelyTitle.Count + surelyCompany.Count == 1)
            return usual == HeaderOrder.CompanyFirst ? Of(phrases, 1, 0, location, isSure: true) : Of(phrases, 0, 1, location, isSure: true);
        if (surelyTitle.Count > 0)
        {
            // "Freelance" over "Web Developer": two titles and no company are told apart by the order of the others.
            if (surelyTitle.Count > 1 && surelyCompany.Count == 0 && phrases.Count == 2)
                return usual == HeaderOrder.CompanyFirst ? Of(phrases, 1, 0, location, isSure: false) : Of(phrases, 0, 1, location, isSure: false);
            var title = surelyTitle[0];
            var company = surelyCompany.Count > 0 ? surelyCompany[0] : companies.Count > 0 ? companies[0] : FirstOther(phrases, title, usual);
            // Above "Technical Lead - Platform" stands the company, so that the platform belongs to the title.
            if (companies.Count == 0 && parts.AreDashed(title, company) && Enumerable.Range(0, title).Where(i => !parts.AreDashed(i, title)).Cast<int?>().LastOrDefault() is { } apart)
                company = apart;
            var read = Of(phrases, title, company, location, isSure: true);
            return parts.AreDashed(title, company) ? read : read with { Title = parts.Whole(title), Company = parts.Whole(company) };
        }
        if (surelyCompany.Count > 0)
        {
            var company = surelyCompany[0];
            return Of(phrases, titles.Count > 0 ? titles[0] : FirstOther(phrases, company, HeaderOrder.Unknown), company, location, isSure: true);
        }
        return usual == HeaderOrder.CompanyFirst
            ? Of(phrases, 1, 0, location, isSure: false)
            : Of(phrases, 0, 1, location, isSure: false);
    }

    private static PositionHeader Of(IReadOnlyList<string> phrases, int title, int company, string? location, bool isSure)
    {
        var order = !isSure ? HeaderOrder.Unknown : title < company ? HeaderOrder.TitleFirst : HeaderOrder.CompanyFirst;
        return new PositionHeader(phrases[title], phrases[company], location, order);
    }

    private static int FirstOther(IReadOnlyList<string> phrases, int index, HeaderOrder usual)
    {
        if (usual == HeaderOrder.CompanyFirst && index > 0)
            return index - 1;
        // What follows a title is its company more often than what precedes it.
        var next = index + 1 < phrases.Count ? index + 1 : index - 1;
        return index > 0 && index + 1 < phrases.Count && Organizations.IsCompany(phrases[index - 1]) ? index - 1 : next;
    }

    private static List<int> Indices(IReadOnlyList<string> phrases, Func<string, bool> predicate) =>
        Enumerable.Range(0, phrases.Count).Where(i => predicate(phrases[i])).ToList();

    // "SALSIFY, Staff Engineer"
    private static bool IsSetInCapitals(string[] pieces) =>
        pieces[0].Length > 3 && !pieces[0].Any(char.IsLower) && pieces[1..].All(piece => piece.Any(char.IsLower));

    private static bool IsLegalForm(string piece) =>
        piece.TrimEnd('.').ToUpperInvariant() is "INC" or "LLC" or "LTD" or "CORP" or "GMBH" or "CO" or "LP" or "LLP" or "S.A" or "SA";
}
