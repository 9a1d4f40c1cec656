using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Parsing.Identity;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Education;

/// <summary>
/// Reads degrees. Each phrase is a degree, an institution or a date; a phrase whose place in the entry is taken
/// opens the next entry, whatever order the resume keeps.
/// </summary>
internal static partial class EducationReader
{
    private const int MaxLength = 160;

    /// <summary>The degrees, latest first.</summary>
    public static IReadOnlyList<Degree> Read(IReadOnlyList<Section> sections)
    {
        var marked = sections.Where(section => section.Kind == SectionKind.Education).ToList();
        var builder = new DegreeList();
        foreach (var section in marked)
        {
            foreach (var line in Rejoined(section.Lines))
                ReadLine(line, builder);
            builder.Close();
        }
        return builder.Degrees
            .OrderByDescending(degree => degree.GraduationDate is { } date ? date : "0", StringComparer.Ordinal)
            .ToList();
    }

    // "Moscow Institute of Physics" over "and Technology": a line that begins in small letters goes on from the one above.
    private static List<ResumeLine> Rejoined(IReadOnlyList<ResumeLine> lines)
    {
        var result = new List<ResumeLine>(lines.Count);
        foreach (var line in lines)
        {
            if (result.Count > 0 && Continuation().IsMatch(line.Text) && result[^1].Text is { Length: > 0 and < MaxLength } above && above[^1] is not ('.' or ':'))
                result[^1] = result[^1] with { Text = $"{above} {line.Text}" };
            else
                result.Add(line);
        }
        return result;
    }

    private static void ReadLine(ResumeLine line, DegreeList builder)
    {
        if (line.Text.Length == 0)
        {
            builder.Gap();
            return;
        }
        var text = WithoutColon(LineCleaner.WithoutBullet(line.Text));
        if (text.Length > MaxLength || Remark().IsMatch(text))
            return;
        if (DateRangeReader.Find(text) is { } date)
        {
            var isLeading = text[..date.Index].Trim(' ', '(', '[').Length == 0;
            var rest = date.Remove(text);
            if (isLeading)
                builder.AddDate(date.Range.End ?? date.Range.Start, date.Range.IsCurrent);
            ReadPhrases(rest, builder);
            if (!isLeading)
                builder.AddDate(date.Range.End ?? date.Range.Start, date.Range.IsCurrent);
            return;
        }
        ReadPhrases(text, builder);
    }

    private static void ReadPhrases(string text, DegreeList builder)
    {
        foreach (var part in Separators().Split(text).SelectMany(Dashed))
        {
            foreach (var phrase in Phrases(WithoutPlace(part.Trim())))
                Add(phrase.Trim(' ', ',', ';', ':', '-', '–', '—', '(', '|', '\t'), builder);
        }
    }

    // "M.Sc. in Biology: McMaster University" names a degree and, after the colon, its school.
    private static string WithoutColon(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && IsDegree(text[..colon]) && Organizations.IsSchool(text[(colon + 2)..]) ? $"{text[..colon]}\t{text[(colon + 2)..]}" : text;
    }

    // "Technion - Israel Institute of Technology" is one school, "Physics - Bachelor of Science" one degree.
    private static IEnumerable<string> Dashed(string part)
    {
        var pieces = Hyphen().Split(part);
        if (pieces.Length == 1)
            return pieces;
        var schools = pieces.Count(Organizations.IsSchool);
        var isOne = schools == pieces.Length || Array.TrueForAll(pieces, IsShortName) || (schools == 0 && pieces.Any(IsDegree) && !pieces.Any(IsAcronym) && !pieces.Any(piece => PlaceText.Of(piece) is not null));
        return isOne ? [part] : pieces;
    }

    // "BSc in Physics, University of Leeds": one phrase holds both, apart by a comma or by "at".
    private static string[] Phrases(string part)
    {
        if (Unseparated().Match(part) is { Success: true, Index: > 0 } name && IsDegree(Commas().Split(part[..name.Index])[^1]) && !Organizations.IsSchool(part[..name.Index]))
            return [part[..name.Index], part[name.Index..]];
        if (DegreeShape.IsIn(part) && !Organizations.IsSchool(part) && part.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma && IsAcronym(part[(comma + 2)..]))
            return [part[..comma], part[(comma + 2)..]];
        if (Stage().Match(part) is { Success: true, Index: > 0 } stage && Organizations.IsSchool(part[..stage.Index]))
            return [part[..stage.Index], part[stage.Index..]];
        if (!DegreeShape.IsIn(part) || !Organizations.IsSchool(part))
            return [part];
        if (NameShape.IsHanOrKana(part))
            return part.Split(' ');
        var pieces = Commas().Split(part);
        var degree = Array.FindIndex(pieces, IsDegree);
        var school = Array.FindIndex(pieces, piece => Organizations.IsSchool(piece) && !IsDegree(piece) && !Unit().IsMatch(piece));
        if (degree == 0 && school < 0 && pieces.Length == 3 && Unit().IsMatch(pieces[1]))
            return [$"{pieces[0]}, {pieces[1]}", pieces[2]];
        if (school < 0 || degree < 0)
            return [part];
        var cut = Commas().Matches(part)[Math.Max(school, degree) - 1];
        return [part[..cut.Index], part[(cut.Index + cut.Length)..]];
    }

    private static void Add(string phrase, DegreeList builder)
    {
        if (phrase.Length < 2 || Remark().IsMatch(phrase))
            return;
        // First of all a place: "Cambridge, MA" is no Master of Arts.
        if (PlaceText.Of(phrase) is not null)
            return;
        if (IsDegree(phrase))
            builder.AddDegree(Grade().Replace(Honours().Replace(phrase, ""), ""));
        else if (Unit().IsMatch(phrase) && !phrase.Contains("University", StringComparison.OrdinalIgnoreCase))
            builder.AddUnit(phrase);
        else if (IsAcronym(phrase))
            builder.AddInstitution(phrase);
        else if (Organizations.IsSchool(phrase))
            builder.AddInstitution(WithoutPlace(WithoutRemark(phrase)));
        else
            builder.AddOther(phrase);
    }

    // "Karlsgymnasium Pasing, Abschlussnote 1,5"
    private static string WithoutRemark(string phrase)
    {
        var pieces = phrase.Split(", ");
        return string.Join(", ", pieces[..1].Concat(pieces[1..].TakeWhile(piece => !Remark().IsMatch(piece))));
    }

    // "CINVESTAV - IPN": an institute and the university that it belongs to.
    private static bool IsShortName(string phrase) =>
        phrase.Length is >= 3 and <= 12 && phrase.All(char.IsUpper) && !IsDegree(phrase);

    private static bool IsDegree(string phrase) => DegreeShape.IsIn(phrase) && !SchoolNamedLikeDegree().IsMatch(phrase);

    private static string WithoutPlace(string phrase)
    {
        if (phrase.EndsWith(')') && phrase.LastIndexOf('(') is > 0 and var opening && PlaceText.Of(phrase[(opening + 1)..^1]) is not null)
            return phrase[..opening].TrimEnd();
        // "Lessing-Schule in Friedrichsdorf, Hessen"; "University of Alabama in Huntsville" is a name as a whole.
        if (phrase.LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var link && phrase.IndexOf(',', link) > 0 && PlaceText.Of(phrase[(link + 4)..]) is not null)
            return phrase[..link];
        var pieces = phrase.Split(',');
        // The campus is part of the name in "University of California, Berkeley".
        if (pieces.Length == 2 && StateUniversity().Match(pieces[0]) is { Success: true } match && Places.Region(match.Groups["state"].Value) is not null)
            return phrase;
        for (var tail = Math.Min(2, pieces.Length - 1); tail > 0; tail--)
        {
            if (PlaceText.Of(string.Join(',', pieces[^tail..])) is not null)
                return string.Join(',', pieces[..^tail]).Trim();
        }
        return phrase;
    }

    // KAIST, ICADE, UNAM; what is an abbreviation of a degree has been looked for before.
    private static bool IsAcronym(string phrase) =>
        phrase.Length is >= 3 and <= 8 && phrase.All(char.IsUpper) && !IsDegree(phrase);

    [GeneratedRegex(@"\t|\s*[|•·]\s*|\s+[–—]\s+|\s*—\s*|;\s+(?![^(]*\))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(?:and|of|for|in|und|für|de|et|des|du|y|e|do|da)\s\p{Lu}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Continuation();

    // "Shatin College, Year 12 to Year 13": how far somebody got is all that stands for a degree.
    [GeneratedRegex(@",\s+(?=(?:year|grades?|class|klasse|form)\s+\d)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Stage();

    // "J.D. University of Oregon": nothing but the name of the school tells where it begins.
    [GeneratedRegex(@"(?<=[\p{L}.)])\s(?=(?:The\s)?(?:University|Université|Universidad|Universidade|Universität|Università|College|Institute)\s(?:of|de|do|da|du|degli|di)\s)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Unseparated();

    [GeneratedRegex(@"\s+-\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Hyphen();

    // "School of Law", "Faculty of Engineering": a part of a university, or a subject.
    [GeneratedRegex(@"^(?:(?:school|faculty|department|dept\.?|division|institute)\s+of\b(?!.*\b(?:university|technology)\b)|faculte\s+d|facultad\s+de|fakultat\s+fur)", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Unit();

    [GeneratedRegex(@"[,;.]?\s*\(?\b(?:c?gpa|grade|note|expected|anticipated|\d+(?:[.,]\d+)?\s?%|with honou?rs)\b.*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Grade();

    [GeneratedRegex(@",\s+|\s+(?:at|from|an der|bei)\s+(?=\p{Lu})|(?<=\))\s+(?=\p{Lu})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Commas();

    [GeneratedRegex(@"^(?:gpa|cgpa|grade|note|abschlussnote|final grade|thesis|dissertation|relevant|coursework|courses|activities|honou?rs?\s*:|minor|advisor|focus|schwerpunkt|thema|abschlussarbeit|masterarbeit|bachelorarbeit|dean'?s|scholarship|member|president|awards?|mention|speciali[sz]ation(?=\s*:)|modules|expected|magna|summa|cum laude|distinction|first class|bien|tres bien|\d[.,]\d)\b|^[\p{L} ]{0,30}\b(?:thesis|dissertation|courses?|coursework|grade|supervisor|advisor|adviser|directeurs?|betreuer|note)\b[^:]{0,20}:", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Remark();

    [GeneratedRegex(@"^(?:the\s+)?(?:university\s+of\s+(?<state>.+)|(?<state>.+?)\s+state\s+university)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex StateUniversity();

    [GeneratedRegex(@",?\s+\(?(?:summa|magna)?\s*cum\s+laude\)?$|,\s+with\s+(?:high(?:est)?\s+)?(?:honou?rs|distinction)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Honours();

    // "Lincoln High School" is where somebody went; "High School Diploma" is what they got there.
    [GeneratedRegex(@"^gymnasium\s|^[\p{L}.' ]+\s(?:high\s+school|gymnasium)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex SchoolNamedLikeDegree();
}
