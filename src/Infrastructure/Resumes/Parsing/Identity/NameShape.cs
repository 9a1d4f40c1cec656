using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Identity;

/// <summary>Decides whether a text could be the name of a person, and strips what surrounds one.</summary>
internal static partial class NameShape
{
    private const int MaxWords = 6;
    private const int MaxLength = 50;
    private const int MaxLooseWords = 4;

    /// <summary>The text without label, academic titles, credentials and pronouns.</summary>
    public static string Strip(string text)
    {
        var bare = Label().Replace(text.Trim(), "");
        bare = Parenthesis().Replace(bare, " ");
        bare = Separator().Split(bare)[0];
        bare = Honorific().Replace(bare, "");
        bare = WithoutCredentials(bare.Trim());
        bare = FamilyNameFirst().Replace(bare, "${given} ${family}");
        return Blanks().Replace(bare.Trim(' ', ',', ':', '-', '•'), " ");
    }

    // "RN, BSN, CCRN": the pattern takes the last one each time, because the first look like initials.
    private static string WithoutCredentials(string text)
    {
        var bare = text;
        while (TrailingCredential().Match(bare) is { Success: true } match)
            bare = bare[..match.Index].TrimEnd(' ', ',', '.');
        return bare;
    }

    /// <summary>Whether a stripped text is written like a name: a few capitalised words and nothing else.</summary>
    public static bool Fits(string text)
    {
        if (text.Length is < 2 or > MaxLength || text.Any(char.IsAsciiDigit) || NotInNames().IsMatch(text))
            return false;
        if (IsHanOrKana(text))
            return text.Count(character => character is not (' ' or '　')) is >= 2 and <= 6 && SectionHeadings.KindOf(text) is null && !DocumentTitles.IsIn(text);
        var words = text.Split(' ');
        return words.Length is >= 2 and <= MaxWords
            && words.All(IsNameWord)
            && words.Any(word => word.Length > 1 && char.IsUpper(word[0]))
            && !IsSomethingElse(text);
    }

    /// <summary>Whether a stripped text could be a name if its place spoke for it: a few words of letters, however they are written.</summary>
    public static bool FitsLoosely(string text)
    {
        var words = text.Split(' ');
        return text.Length is > 2 and <= MaxLength
            && words.Length <= MaxLooseWords
            && words.All(word => word.Any(char.IsLetter) && word.All(character => char.IsLetter(character) || character is '.' or '-' or '\'' or '’'))
            && !NotInNames().IsMatch(text)
            && !IsSomethingElse(text);
    }

    /// <summary>One capitalised word: half of a name that is set on two lines.</summary>
    public static bool FitsHalf(string text) =>
        text.Length is > 1 and <= MaxLength && text.Split(' ').Length <= MaxLooseWords && text.Split(' ').All(IsNameWord) && !IsSomethingElse(text);

    public static bool IsHanOrKana(string text) =>
        text.Length > 0 && text.All(character => character is ' ' or '　' or '・' or '·' or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3'));

    private static bool IsSomethingElse(string text) =>
        DocumentTitles.IsIn(text)
        || SectionHeadings.KindOf(text) is not null
        || JobTitles.IsIn(text)
        || PlaceText.Of(text) is not null;

    private static bool IsNameWord(string word)
    {
        var letters = word.Trim('.', ',', '\'', '’', '-');
        if (letters.Length == 0 || !letters.All(character => char.IsLetter(character) || character is '-' or '\'' or '’' or '.' or '‘'))
            return false;
        return char.IsUpper(letters[0]) || !char.IsLower(letters[0]) || NameCase.IsParticle(letters);
    }

    private static readonly Lexicon DocumentTitles = Lexicon.Of(
    [
        "curriculum vitae", "curriculum", "vitae", "resume", "cv", "lebenslauf", "bewerbung", "hoja de vida", "bewerbungsunterlagen",
        "currículo", "confidential", "profile", "page", "linkedin", "github", "portfolio", "phone", "email", "e-mail", "address", "mobile", "nationality",
        "university", "college", "school", "institute", "universität", "inc", "llc", "gmbh", "ltd", "street", "avenue", "road", "license", "licensed",
        "bachelor", "master", "certified", "skills", "experience", "education", "references", "management", "engineering", "development",
        "software", "data", "marketing", "sales", "finance", "nursing", "design", "business", "learning", "science", "systems",
        "履歴書", "職務経歴書", "简历", "个人简历", "резюме",
    ]);

    [GeneratedRegex(@"^(?:full\s+name|name|vor-?\s?und\s+(?:nachname|zuname)|nom(?:\s+et\s+prénom)?|nombre(?:\s+completo)?|nombre\s+y\s+apellidos?|氏名|姓名|名前|фио|имя|(?:curriculum\s+vitae|cv|resume|résumé|lebenslauf)(?:\s+(?:of|von|de))?)\s*[:：\-–—\t]\s*|^(?:curriculum\s+vitae|resume|résumé|lebenslauf)\s+(?:of\s+|von\s+|de\s+)?(?=\p{Lu})", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s*[(\[（][^)\]）]*[)\]）]|\s*[""“][^""”]+[""”]", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Parenthesis();

    [GeneratedRegex(@"\t|\s*[|•·/]\s*|\s+[–—-]\s+|\s{3,}", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|mme|mlle|m|sr|sra|ing|dipl|mag|eng|sir|med|rer|nat|phil|-?\s?ing|jur)\.?\s+|dipl\.?-?\s?(?:ing|kfm|inform|phys|math|psych|chem|betriebsw|wirt)\.?-?(?:ing\.?)?\s+|dr\.?-?\s?ing\.?\s+)+", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Honorific();

    // "Doe, Jane"; what follows the comma must not be a credential.
    [GeneratedRegex(@"^(?<family>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?),\s+(?<given>\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s\p{Lu}(?:\.|[\p{L}'’-]+))*)$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex FamilyNameFirst();

    [GeneratedRegex(@"[,\s]+(?:ph\.?\s?d|m\.?d|d\.?o|r\.?n|b\.?s\.?n|m\.?s\.?n|d\.?n\.?p|f?n\.?p(?:-c|-bc)?|a\.?p\.?r\.?n|l\.?p\.?n|c\.?n\.?a|ccrn|cen|mba|m\.?b\.?a|c\.?p\.?a|c\.?f\.?a|c\.?m\.?a|cfp|pmp|csm|cissp|shrm-(?:scp|cp)|s?phr|p\.?e|e\.?i\.?t|esq|j\.?d|ll\.?m|ll\.?b|m\.?s\.?c?|m\.?a|b\.?a|b\.?s\.?c?|b\.?eng|m\.?eng|b\.?tech|m\.?tech|m\.?ed|ed\.?d|d\.?d\.?s|dvm|pharm\.?\s?d|rph|acca|aca|fcca|lcsw|msw|aia|leed\s?(?:ap|ga)?|six sigma|ifma|psyd|mph|dpt|pt|otr/?l?|rd|cscs|itil|cpc|aws|jr|sr|ii|iii|iv|bsc \(?hons\)?|hons)\.?$", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex TrailingCredential();

    [GeneratedRegex(@"[@#:;?!%&+*=<>_\\/$€£]|www|http|\.com", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NotInNames();

    [GeneratedRegex(@"\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Blanks();
}
