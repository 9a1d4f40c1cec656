using System.Text.RegularExpressions;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>Tells the lines that head an entry (title, company, place) from those that describe it.</summary>
internal static partial class HeaderLine
{
    private const int MaxLength = 110;
    private const int MaxWords = 18;

    public static bool Fits(ResumeLine line)
    {
        var text = line.Text;
        if (text.Length is 0 or > MaxLength || LineCleaner.IsBullet(text) || (char.IsLower(text[0]) && !line.IsBold))
            return false;
        if (text.EndsWith('.') && !Organizations.EndsInAbbreviation(text))
            return false;
        if (text.EndsWith(':') || text.EndsWith(',') || text.EndsWith(';') || Label().IsMatch(text))
            return false;
        return text.Split([' ', '\t']).Length <= MaxWords;
    }

    [GeneratedRegex(@"^(?:tech(?:nolog(?:y|ies))?(?:\s+stack|\s+used)?|stack|tools?|environment|responsibilities|key\s+\w+|achievements?|duties|skills?|projects?|technologien|aufgaben|environnement(?:\s+technique)?|tecnologías|logros|gpa|grade|coursework|relevant\s+coursework|thesis|reason|team\s+size|highlights|used|achievement)\s*[:：]", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Label();
}
