using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Parsing.Dates;
using HotGigs.Infrastructure.Resumes.Parsing.Skills;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Experience;

/// <summary>The phrases in the heading of a position, with places and remarks already taken out.</summary>
internal sealed partial class HeaderParts
{
    private const int MaxTitleWords = 5;

    private readonly List<string> _parts = [];
    private readonly List<int> _cells = [];
    private int _cell;

    public IReadOnlyList<string> Parts => _parts;

    /// <summary>All of the cell that a phrase stands in, of which a dash may have separated it.</summary>
    public string Whole(int part) =>
        string.Join(" - ", _parts.Where((_, other) => _cells[other] == _cells[part]));

    /// <summary>Whether two phrases stand in one cell, apart by a dash.</summary>
    public bool AreDashed(int one, int other) => _cells[one] == _cells[other];

    public string? Location { get; private set; }

    /// <summary>Adds the phrases of one line.</summary>
    public void Add(string line)
    {
        foreach (var cell in Cells().Split(Numbering().Replace(LineCleaner.WithoutBullet(line), "")))
        {
            _cell++;
            // "Bioinformatics specialist: Center for Diagnosis" names the job, and then where in the house it is.
            if (cell.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && JobTitles.IsNamedByIts(cell[..colon]) && !JobTitles.IsIn(cell[(colon + 2)..]))
            {
                AddPart(Trim(cell[..colon]));
                _cell++;
                AddPart(Trim(cell[(colon + 2)..]));
                continue;
            }
            var parts = Dashes().Split(cell);
            // "Registered Nurse - Team Leader" is one title.
            if (parts.Length > 1 && parts.All(JobTitles.IsIn) && !parts.Any(Organizations.IsCompany))
                AddPart(Trim(cell));
            else
                Array.ForEach(parts, part => AddPart(Trim(part)));
        }
    }

    private void AddPart(string part)
    {
        part = Trim(Remark().Replace(DateRangeReader.WithoutDuration(part), ""));
        // "(Java, Spring)" beside a title is neither company nor place.
        if (part.Length < 2 || !part.Any(char.IsLetter) || (part[0] == '(' && part[^1] == ')') || IsTechnology(part))
            return;
        if (JobAtCompany().Match(part) is { Success: true } match && IsJobAt(match.Groups["title"].Value, match.Groups["company"].Value))
        {
            Keep(Trim(match.Groups["title"].Value));
            _cell++;
            AddCompany(Trim(match.Groups["company"].Value));
            return;
        }
        if (PlaceText.Of(part) is { } place)
        {
            Location ??= place.Text;
            return;
        }
        if (JobWithin().Match(part) is { Success: true } within && JobTitles.IsIn(within.Groups["title"].Value) && Organizations.IsCompany(within.Groups["company"].Value))
        {
            Keep(within.Groups["title"].Value);
            _cell++;
            AddCompany(within.Groups["company"].Value);
            return;
        }
        Keep(WithoutPlace(part));
    }

    // "Trainee at KPMG, Hong Kong": what follows "at" is an employer, even where the whole reads like a place.
    private void AddCompany(string company)
    {
        if (PlaceText.Of(company) is null || company.IndexOf(", ", StringComparison.Ordinal) is not (> 0 and var comma))
        {
            AddPart(company);
            return;
        }
        Location ??= company[(comma + 2)..].Trim();
        Keep(company[..comma]);
    }

    private void Keep(string part)
    {
        _parts.Add(part);
        _cells.Add(_cell);
    }

    // "C++/Python" beside a title
    private static bool IsTechnology(string part) =>
        part.Contains('/') && part.Split('/').All(piece => SkillTaxonomy.Find(piece) is not null);

    private static bool IsJobAt(string title, string company) =>
        JobTitles.IsIn(title) || (char.IsUpper(title[0]) && char.IsUpper(company[0]) && title.Split(' ').Length <= MaxTitleWords && !Organizations.IsCompany(title));

    // "Acme Corp, Austin, TX" and "Acme Corp (Berlin)".
    private string WithoutPlace(string part)
    {
        var parenthesis = part.EndsWith(')') ? part.LastIndexOf('(') : -1;
        if (parenthesis > 0 && PlaceText.Of(part[(parenthesis + 1)..^1]) is { } inside)
        {
            Location ??= inside.Text;
            return Trim(part[..parenthesis]);
        }
        if (part.LastIndexOf(" in ", StringComparison.Ordinal) is > 0 and var link && LegalForm().IsMatch(part[..link]) && PlaceText.Of(part[(link + 4)..]) is { } town)
        {
            Location ??= town.Text;
            return part[..link];
        }
        var pieces = part.Split(',');
        for (var tail = Math.Min(3, pieces.Length - 1); tail > 0; tail--)
        {
            var text = string.Join(',', pieces[^tail..]).Trim();
            if (PlaceText.Of(text) is { } place && place.Text.Length >= text.Length - 8)
            {
                Location ??= place.Text;
                return Trim(string.Join(',', pieces[..^tail]));
            }
        }
        return WithoutUnknownTown(part, pieces);
    }

    // "Bosch Rexroth AG, Lohr am Main": no gazetteer knows every town, but a legal form ends a name.
    private string WithoutUnknownTown(string part, string[] pieces)
    {
        if (pieces.Length != 2 || !LegalForm().IsMatch(pieces[0]) || LegalForm().IsMatch(pieces[1]) || JobTitles.IsIn(pieces[1]))
            return part;
        Location ??= pieces[1].Trim();
        return pieces[0].Trim();
    }

    private static string Trim(string text) => text.Trim().Trim(',', ';', ':', '-', '–', '—', '|', '•', '·', ' ', '\t').Replace("()", "", StringComparison.Ordinal).Trim();

    [GeneratedRegex(@"^\(?\d{1,2}[.)]\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"\t|\s*[|•·‖]\s*|\s+/{2}\s+|\s;\s", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Cells();

    [GeneratedRegex(@"\s+[–—-]{1,2}\s+|\s*—\s*|(?<=\p{L})–\s+(?=\p{L})", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"[(\[]?\b(?:full[- ]?time|part[- ]?time|contract|permanent|freelance|temporary|internship|remote|hybrid|on-?site|seasonal|vollzeit|teilzeit|cdi|cdd|stage|alternance|temps plein|temps partiel|jornada completa|media jornada)\b(?:\s+job)?[)\]]|^(?:full[- ]?time|part[- ]?time|contract|permanent|temporary|seasonal|vollzeit|teilzeit|temps plein|temps partiel|tempo integral|meio período|tempo pieno|jornada completa|media jornada|cdi|cdd)$|^\(?(?:dates?|duration|period|company(?:\s+name)?|employer|organi[sz]ation|client|position|designation|role|title|job title|location|firma|unternehmen|entreprise|poste|empresa|puesto|cargo)\)?\s*:\s*", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Remark();

    [GeneratedRegex(@"\b(?:inc|llc|ltd|limited|corp|gmbh|ag|se|kg|ohg|e\.?\s?v|sas|sarl|s\.?a|s\.?l|s\.?r\.?l|spa|bv|nv|plc|llp|oy|ab|pty)\.?$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex LegalForm();

    // "Praktikum im Auktionshaus Weber"; in "Mitarbeiter im Einkauf" it is a department.
    [GeneratedRegex(@"^(?<title>\S+)\s(?:im|in\sder|an\sder)\s(?<company>\p{Lu}.*)$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex JobWithin();

    [GeneratedRegex(@"^(?<title>.+?)\s*(?:\s(?:at|bei(?:\s+der)?|beim|chez)\s|\s@\s?)\s*(?<company>\S.*)$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex JobAtCompany();
}
