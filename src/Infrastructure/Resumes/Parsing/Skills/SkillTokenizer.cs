using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Skills;

/// <summary>One word of a text, folded, and where it stands.</summary>
internal readonly record struct SkillToken(string Text, int Index, int Length);

/// <summary>
/// Splits text into the words that skill names are made of. Keeps what belongs to a name (C++, C#, .NET,
/// Node.js, R&amp;D) and separates at everything else, so that "CI/CD" and "front-end" match however they are written.
/// </summary>
internal static class SkillTokenizer
{
    public static List<SkillToken> Split(string text)
    {
        var tokens = new List<SkillToken>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsPart(text, i))
            {
                if (start < 0)
                    start = i;
            }
            else if (start >= 0)
            {
                tokens.Add(new SkillToken(CanonicalCharacters.Fold(text[start..i]), start, i - start));
                start = -1;
            }
        }
        return tokens;
    }

    private static bool IsPart(string text, int i)
    {
        var previous = i > 0 ? text[i - 1] : ' ';
        var next = i + 1 < text.Length ? text[i + 1] : ' ';
        return text[i] switch
        {
            '+' or '#' => char.IsLetter(previous) || previous is '+',
            '.' => char.IsLetter(next) || (char.IsDigit(previous) && char.IsDigit(next)),
            '&' => char.IsLetter(previous) && char.IsLetter(next),
            _ => char.IsLetterOrDigit(text[i]),
        };
    }
}
