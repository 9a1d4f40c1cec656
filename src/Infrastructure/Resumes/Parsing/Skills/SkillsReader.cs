using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;

namespace HotGigs.Infrastructure.Resumes.Parsing.Skills;

/// <summary>
/// Reads the skills: first those that the skills sections list, in their order, then those that the rest of
/// the text names unmistakably.
/// </summary>
internal static class SkillsReader
{
    private const int MaxSkills = 80;
    private const int MaxTop = 10;

    // From this many on, the list is taken for complete.
    private const int FewListed = 5;

    // Prose is full of good manners and office words that nobody means as a skill.
    private static readonly HashSet<string> NotFromProse = ["Soft Skills", "Languages", "Office and Administration"];

    private static readonly HashSet<string> TechnicalCategories =
    [
        "Programming Languages", "Web Development", "Mobile Development", "Databases", "Data Engineering", "Data Science",
        "Business Intelligence", "Cloud", "DevOps", "Quality Assurance", "Security",
    ];

    public static IReadOnlyList<Skill> Read(IReadOnlyList<Section> sections)
    {
        var skills = new Dictionary<string, Skill>(StringComparer.OrdinalIgnoreCase);
        foreach (var section in sections.Where(section => section.Kind == SectionKind.Skills))
        {
            foreach (var skill in SkillList.Read(section.Lines))
                Add(skills, skill);
        }

        var listed = skills.Count;
        foreach (var section in sections.Where(IsProse))
        {
            foreach (var line in section.Lines)
                AddFromProse(skills, line, listed);
        }
        return skills.Values.Take(MaxSkills).ToList();
    }

    /// <summary>The first skills, those of the person's craft before languages and manners.</summary>
    public static IReadOnlyList<string> Top(IReadOnlyList<Skill> skills) => skills
        .OrderBy(skill => skill.Category is "Soft Skills" or "Languages" ? 2 : skill.Category is null ? 1 : 0)
        .Take(MaxTop)
        .Select(skill => skill.Name)
        .ToList();

    private static bool IsProse(Section section) =>
        section.Kind is SectionKind.Summary or SectionKind.Experience or SectionKind.Projects or SectionKind.Certifications;

    private static void AddFromProse(Dictionary<string, Skill> skills, ResumeLine line, int listed)
    {
        // "DevOps Engineer, Acme" says what somebody was, not what they know.
        if (HeaderLine.Fits(line) && JobTitles.IsIn(line.Text))
            return;
        var matches = SkillTaxonomy.FindAll(line.Text);
        foreach (var match in matches)
        {
            if (NotFromProse.Contains(match.Skill.Category))
                continue;
            // Whoever lists skills has listed the general ones; the text adds only technology.
            if (listed >= FewListed && !TechnicalCategories.Contains(match.Skill.Category))
                continue;
            if (!match.IsAmbiguous || StandsAmongSkills(line.Text, match, matches))
                Add(skills, new Skill(match.Skill.Name, match.Skill.Category));
        }
    }

    // "Python, R and SQL": next to a skill that is beyond doubt, and written as a name.
    private static bool StandsAmongSkills(string text, SkillMatch match, List<SkillMatch> all)
    {
        if (!char.IsUpper(text[match.Index]) || match.Skill.Category is "Soft Skills" or "Languages")
            return false;
        return all.Any(other => !other.IsAmbiguous && TechnicalCategories.Contains(other.Skill.Category) && IsNext(text, match, other));
    }

    private static bool IsNext(string text, SkillMatch one, SkillMatch other)
    {
        var (first, second) = one.Index < other.Index ? (one, other) : (other, one);
        var between = text[(first.Index + first.Length)..second.Index].Trim();
        return between is "," or "/" or "and" or ", and" or "&" or "|" or "und" or "et" or "y" or "(" or "·" or "•";
    }

    private static void Add(Dictionary<string, Skill> skills, Skill skill)
    {
        if (!skills.TryGetValue(skill.Name, out var known))
            skills.Add(skill.Name, skill);
        else if (known.Proficiency is null && skill.Proficiency is not null)
            skills[skill.Name] = known with { Proficiency = skill.Proficiency };
    }
}
