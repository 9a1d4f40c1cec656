namespace HotGigs.Infrastructure.Resumes.Parsing.Skills;

/// <summary>A skill that the product knows, under its canonical name.</summary>
internal sealed record TaxonomySkill(string Name, string Category);

/// <summary>A skill found in a text.</summary>
/// <param name="Index">Where its wording begins.</param>
/// <param name="IsAmbiguous">The wording is an everyday word as well, and counts only where skills are listed.</param>
internal sealed record SkillMatch(TaxonomySkill Skill, int Index, int Length, bool IsAmbiguous);
