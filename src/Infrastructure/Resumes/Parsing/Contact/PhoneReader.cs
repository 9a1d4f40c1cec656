using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;
using PhoneNumbers;

namespace HotGigs.Infrastructure.Resumes.Parsing.Contact;

/// <summary>Reads the phone number and writes it in international format where its country can be known.</summary>
internal static partial class PhoneReader
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <param name="lines">The lines to look in, the most likely ones first.</param>
    /// <param name="country">ISO code of where the person seems to live, for numbers without a country code.</param>
    public static string? Read(IReadOnlyList<ResumeLine> lines, string? country)
    {
        var candidates = lines
            .Where(line => line.Text.Count(char.IsAsciiDigit) >= 6)
            .SelectMany(line => Candidates(line.Text))
            .Where(candidate => !candidate.IsFax)
            .ToList();
        return candidates.Select(candidate => International(candidate.Text, country)).FirstOrDefault(number => number is not null)
            ?? candidates.FirstOrDefault(candidate => candidate.IsLabelled)?.Text;
    }

    private static IEnumerable<Candidate> Candidates(string text)
    {
        foreach (Match match in NumberShape().Matches(text))
        {
            var digits = match.Value.Count(char.IsAsciiDigit);
            if (digits is < 7 or > 15 || Dates().IsMatch(match.Value) || HouseAndPostalCode().IsMatch(match.Value))
                continue;
            var before = text[..match.Index];
            yield return new Candidate(match.Value.Trim(' ', '-', '.', '/'), FaxLabel().IsMatch(before), PhoneLabel().IsMatch(before));
        }
    }

    private static string? International(string text, string? country)
    {
        // "(+86)158…", "0049 …"
        var number = text.StartsWith("(+", StringComparison.Ordinal) ? text[1..].Replace(")", " ", StringComparison.Ordinal)
            : text.StartsWith("00", StringComparison.Ordinal) ? "+" + text[2..]
            : text;
        foreach (var region in Regions(number, country))
        {
            try
            {
                var parsed = Numbers.Parse(number, region);
                // With its country code written out, a number of the right length is taken at its word:
                // numbering plans grow, and people invent numbers in samples.
                if (Numbers.IsValidNumber(parsed) || (IsCertain(number, region, country) && Numbers.IsPossibleNumber(parsed)))
                    return Numbers.Format(parsed, PhoneNumberFormat.INTERNATIONAL);
            }
            catch (NumberParseException)
            {
                // Not a number of this region; the next one may know it.
            }
        }
        return null;
    }

    private static bool IsCertain(string number, string region, string? country) =>
        number.StartsWith('+') || region == country || NorthAmerican().IsMatch(number);

    private static IEnumerable<string> Regions(string number, string? country)
    {
        if (country is not null)
            yield return country;
        if (NorthAmerican().IsMatch(number) || number.StartsWith('+'))
            yield return "US";
    }

    private sealed record Candidate(string Text, bool IsFax, bool IsLabelled);

    [GeneratedRegex(@"(?<![\w@./-])(?:\+|\(\+|00)?\(?\d(?:[\d()]|[ \u00A0.\-/–·‑](?=[\d( \u00A0])|[ ](?=[–-] \d{3,4}(?!\d))){5,24}\d(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\w@])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"(?:19|20)\d\d\s*[–/-]\s*(?:19|20)\d\d|^\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|^(?:19|20)\d\d[-./]\d\d[-./]\d\d$|(?:^|\s)(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Dates();

    // "Hauptstr 19 66113 Saarbrücken"
    [GeneratedRegex(@"^[1-9]\d{0,2}\s\d{5}$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex HouseAndPostalCode();

    [GeneratedRegex(@"^\(?[2-9]\d{2}\)?[\s.–-]*[2-9]\d{2}[\s.–-]*\d{4}|^1[\s.-]\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NorthAmerican();

    [GeneratedRegex(@"(?:fax|telefax)[^\p{L}]*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex FaxLabel();

    [GeneratedRegex(@"(?:phone|tel|mobil|cell|handy|call|telefon|móvil|portable|whatsapp|電話|携帯|电话|手机|тел|contact|^\s*[tmp]\b)[^\d]*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PhoneLabel();
}
