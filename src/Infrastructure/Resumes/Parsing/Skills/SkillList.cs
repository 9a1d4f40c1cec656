using System.Text;
using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Skills;

/// <summary>
/// Reads the lines of a skills section: groups with labels, comma lists, bullets, cells. What the taxonomy does
/// not know is kept as well, where it looks like the name of a skill.
/// </summary>
internal static partial class SkillList
{
    private const int MaxUnknownWords = 4;
    private const int MaxUnknownLength = 40;

    private static readonly char[] Brackets = ['(', ')', '[', ']'];

    public static IEnumerable<Skill> Read(IReadOnlyList<ResumeLine> lines)
    {
        foreach (var line in LogicalLines(lines))
        {
            // "Programming languages:" heads the items below it; an address at the foot of the page is none of them.
            if (line.EndsWith(':') || line.Contains('@') || (line.Contains(',') && PlaceText.Of(line) is not null))
                continue;
            var (label, items) = SplitLabel(line);
            // "Interests: chess" shares the section, but is no skill.
            if (label is not null && Pastime().IsMatch(CanonicalCharacters.Fold(label)))
                continue;
            var groupGrade = label is null ? null : Proficiency.In(label);
            foreach (var skill in Items(items).SelectMany(item => ReadItem(item, groupGrade)))
                yield return skill;
        }
    }

    // A list goes on where a line ends with a comma, or the next one begins in the middle of a phrase.
    private static IEnumerable<string> LogicalLines(IReadOnlyList<ResumeLine> lines)
    {
        var current = new StringBuilder();
        foreach (var line in lines)
        {
            if (current.Length > 0 && !Continues(current, line.Text))
            {
                yield return current.ToString();
                current.Clear();
            }
            if (current.Length > 0)
                current.Append(' ');
            current.Append(LineCleaner.WithoutBullet(line.Text));
        }
        if (current.Length > 0)
            yield return current.ToString();
    }

    private static bool Continues(StringBuilder current, string next)
    {
        if (next.Length == 0 || LineCleaner.IsBullet(next) || Label().IsMatch(next))
            return false;
        var last = current[^1];
        if (last is ',' or '&' or '/' or '|' or '(' or ':')
            return true;
        // Between dots, an item that does not fit the line goes on in the next one.
        if (current.ToString().Count(character => character is '•' or '·' or '|') >= 2)
            return true;
        if (SkillTaxonomy.Find($"{LastItem(current)} {next.Split(',')[0]}") is not null)
            return true;
        var isList = current.ToString().Count(character => character is ',' or '|' or '•' or '·') >= 2;
        return char.IsLower(next[0]) ? last is not '.' : isList && next.Contains(',');
    }

    private static string LastItem(StringBuilder current)
    {
        var text = current.ToString();
        return text[(text.LastIndexOf(',') + 1)..];
    }

    private static (string? Label, string Items) SplitLabel(string line)
    {
        var match = Label().Match(line);
        // "Python: expert" is a skill with a grade, not a group.
        if (!match.Success || Proficiency.IsGrade(line[match.Length..]))
            return (null, line);
        return (match.Groups["label"].Value, line[match.Length..]);
    }

    private static IEnumerable<string> Items(string text)
    {
        var item = new StringBuilder();
        var depth = 0;
        foreach (var character in text)
        {
            depth += character is '(' or '[' ? 1 : character is ')' or ']' && depth > 0 ? -1 : 0;
            if (depth == 0 && character is ',' or ';' or '|' or '•' or '·' or '\t' or '、' or '，' or '；' or '●' or '▪' or '‣' or '∙')
            {
                yield return item.ToString();
                item.Clear();
            }
            else
            {
                item.Append(character);
            }
        }
        yield return item.ToString();
    }

    private static IEnumerable<Skill> ReadItem(string item, string? groupGrade)
    {
        var grade = Proficiency.In(item) ?? groupGrade;
        var bare = Trim(GradeSuffix().Replace(item, ""));
        if (bare.Length == 0 || Proficiency.IsGrade(bare))
            yield break;
        if (SkillTaxonomy.Find(bare) is { } whole)
        {
            yield return new Skill(whole.Name, whole.Category, grade);
            yield break;
        }

        if (IsMoreSpecific(bare))
        {
            yield return new Skill(bare, null, grade);
            yield break;
        }

        // "AWS (EC2, S3)" names three: a bracket ends a name as a comma does.
        var isKnown = false;
        foreach (var part in bare.Split(Brackets, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var match in SkillTaxonomy.FindAll(part))
            {
                isKnown = true;
                // Inside a longer phrase an everyday word is just that: "go" in "go the extra mile".
                if (!match.IsAmbiguous || StandsAlone(part, match))
                    yield return new Skill(match.Skill.Name, match.Skill.Category, grade);
            }
        }
        if (!isKnown && LooksLikeSkill(bare))
            yield return new Skill(bare, null, grade);
    }

    // "Real Estate Sales" is not just "Sales": an item of a list is what its owner calls it, unless what it adds says
    // nothing ("Java programming", "strong Excel skills").
    private static bool IsMoreSpecific(string item)
    {
        var words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MaxUnknownWords || !words.All(word => word.All(character => char.IsLetter(character) || character is '-' or '\'')) || !LooksLikeSkill(item))
            return false;
        var known = SkillTaxonomy.FindAll(item);
        var rest = known.OrderByDescending(match => match.Index).Aggregate(item, (text, match) => text.Remove(match.Index, match.Length));
        return known.Count == 1 && !Meaningless().IsMatch(CanonicalCharacters.Fold(rest).Trim()) && rest.Trim().Length > 2;
    }

    private static bool StandsAlone(string text, SkillMatch match)
    {
        var before = text[..match.Index].TrimEnd();
        var after = text[(match.Index + match.Length)..].TrimStart();
        return (before.Length == 0 || before[^1] is '/' or '(' or ',' || before.EndsWith(" and", StringComparison.Ordinal) || before.EndsWith('&'))
            && (after.Length == 0 || after[0] is '/' or ')' or '(' or ',' or '&' or '.');
    }

    private static bool LooksLikeSkill(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return text.Length is > 1 and <= MaxUnknownLength
            && words.Length <= MaxUnknownWords
            && text.Any(char.IsLetter)
            && !text.EndsWith('.')
            && !text.Contains('@')
            && !Year().IsMatch(text)
            && !Filler().IsMatch(CanonicalCharacters.Fold(text));
    }

    [GeneratedRegex(@"^(?:(?:programming|language|languages|development|developer|framework|frameworks|library|libraries|basics?|skills?|knowledge|advanced|basic|strong|good|excellent|solid|experience|experienced|proficient|proficiency|expert|scripting|scripts|tools?|software|databases?|server|applications?|apps?|suite|package|platform|technology|technologies|systems?|using|with|in|of|and|the|on|for|to|or|und|et|y|e|mit|in|kenntnisse|grundlagen|certified|certification|familiar|intermediate|beginner|native|fluent|services?|core|latest|modern|various|other|methodology|methodologies|principles|concepts|practices|techniques|environment|environments)\b[\s-]*)+$|^\W*$|\b(?:and|with|of|in|to|for|using|und|mit|et|avec|y|con|the)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Meaningless();

    private static string Trim(string text) => text.Trim(' ', ':', '-', '*', '"', '(', ')', '/', '★', '☆', '●', '○').TrimEnd('.', ' ');

    // A colon, or in a table the edge of a cell with a list beside it.
    [GeneratedRegex(@"^(?<label>[\p{L}][^:：,\t•|()]{1,44})(?:[:：]\s*(?=\S)|\t(?=[^\t]*,[^\t]*$))", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s*[(\[][^()\[\]]*\b(?:years?|yrs|expert|advanced|proficient|intermediate|basics?|beginner|familiar|experienced?|fluent|native|fortgeschritten|grundkenntnisse|avancé|avanzado|intermedio|jahre|ans|años)\b[^()\[\]]*[)\]]\s*$|^(?:expert(?:ise)?|proficient|advanced knowledge|strong knowledge|knowledge|proficiency|experienced?|skilled|familiar(?:ity)?|working knowledge|basic knowledge|hands-on experience)\s+(?:in|with|of)\s+|^(?:and|und|et|y)\s+|\s*[-–—:]\s*(?:expert|advanced|proficient|intermediate|basic|beginner|fluent|native)\s*$|\s*\b\d{1,3}\s?%\s*$|\s*\d/\d{1,2}\s*$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex GradeSuffix();

    [GeneratedRegex(@"\b(?:interests?|hobb(?:y|ies|ys)|activities|interessen|loisirs|centres d'interet|intereses|aficiones)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Pastime();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:etc|and more|others?|various|including|years?|more|usw|u\.a|references?|e\.g|i\.e)\b|\b(?:i am|my|was|were|have|has)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Filler();
}
