using System.Text.RegularExpressions;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Skills;

/// <summary>Reads how well somebody knows a skill, in the four grades of the profile.</summary>
internal static partial class Proficiency
{
    /// <summary>The grade that a text names, or <c>null</c>.</summary>
    public static string? In(string text)
    {
        var folded = CanonicalCharacters.Fold(text);
        if (Expert().IsMatch(folded))
            return "expert";
        if (Advanced().IsMatch(folded))
            return "advanced";
        if (Intermediate().IsMatch(folded))
            return "intermediate";
        return Beginner().IsMatch(folded) ? "beginner" : null;
    }

    /// <summary>Whether a text says nothing but a grade: "(advanced)", "Expert".</summary>
    public static bool IsGrade(string text) =>
        In(text) is not null && GradeWords().Replace(CanonicalCharacters.Fold(text), "").Trim(' ', '(', ')', ':', '-', '–', ',').Length == 0;

    [GeneratedRegex(@"\b(?:expert|experte|mastery|master level|experto)\b|\bexpert(?:ise)? in\b|\bsehr gute? kenntnisse\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Expert();

    [GeneratedRegex(@"\b(?:advanced|proficient|fortgeschritten|avance|avanzado|strong|fluent|verhandlungssicher|fliessend|courant|gute kenntnisse|sehr gut|c1|c2|native|muttersprache)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Advanced();

    [GeneratedRegex(@"\b(?:intermediate|working knowledge|competent|familiar|experienced|intermediaire|intermedio|mittel|gut|b1|b2|solid)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Intermediate();

    [GeneratedRegex(@"\b(?:beginner|basic|basics|novice|elementary|grundkenntnisse|debutant|notions|basico|a1|a2|learning|exposure)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Beginner();

    [GeneratedRegex(@"\b(?:expert|experte|experto|advanced|proficient|intermediate|basic|basics|beginner|novice|familiar|strong|competent|experienced|fortgeschritten|grundkenntnisse|avance|avanzado|intermedio|intermediaire|basico|debutant|fluent|native|working|knowledge|very|gute?|sehr|kenntnisse|level|in|with|of)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex GradeWords();
}
