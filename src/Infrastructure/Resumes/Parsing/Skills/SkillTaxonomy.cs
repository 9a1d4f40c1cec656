using System.Collections.Frozen;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Resumes.Parsing.Skills;

/// <summary>The kept list of skills with their synonyms, and the search for them in a text.</summary>
internal static class SkillTaxonomy
{
    private const int MaxWords = 6;

    private static readonly FrozenDictionary<string, (TaxonomySkill Skill, bool IsAmbiguous)> Wordings = Load();

    /// <summary>Number of wordings known.</summary>
    public static int Count => Wordings.Count;

    /// <summary>The skill that a text is a wording of, as a whole.</summary>
    public static TaxonomySkill? Find(string text) =>
        Wordings.TryGetValue(Key(SkillTokenizer.Split(text)), out var found) ? found.Skill : null;

    /// <summary>The skills that a text names, from left to right; of overlapping wordings the longest.</summary>
    public static List<SkillMatch> FindAll(string text)
    {
        var tokens = SkillTokenizer.Split(text);
        var matches = new List<SkillMatch>();
        for (var i = 0; i < tokens.Count;)
        {
            var length = LongestAt(tokens, i, out var found);
            if (length > 0)
            {
                var last = tokens[i + length - 1];
                matches.Add(new SkillMatch(found.Skill, tokens[i].Index, last.Index + last.Length - tokens[i].Index, found.IsAmbiguous));
            }
            i += Math.Max(length, 1);
        }
        return matches;
    }

    private static int LongestAt(List<SkillToken> tokens, int start, out (TaxonomySkill Skill, bool IsAmbiguous) found)
    {
        for (var length = Math.Min(MaxWords, tokens.Count - start); length > 0; length--)
        {
            if (Wordings.TryGetValue(Key(tokens.GetRange(start, length)), out found))
                return length;
        }
        found = default;
        return 0;
    }

    private static string Key(List<SkillToken> tokens) => string.Join(' ', tokens.Select(token => token.Text));

    private static FrozenDictionary<string, (TaxonomySkill Skill, bool IsAmbiguous)> Load()
    {
        var wordings = new Dictionary<string, (TaxonomySkill, bool)>(StringComparer.Ordinal);
        var category = "";
        foreach (var line in EmbeddedText.Lines("Parsing.Data.skills.txt"))
        {
            if (line[0] == '[')
            {
                category = line.Trim('[', ']');
                continue;
            }
            var names = line.Split('|', StringSplitOptions.TrimEntries);
            var skill = new TaxonomySkill(names[0].TrimEnd('?'), category);
            foreach (var name in names)
                wordings.TryAdd(Key(SkillTokenizer.Split(name.TrimEnd('?'))), (skill, name.EndsWith('?')));
        }
        return wordings.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
