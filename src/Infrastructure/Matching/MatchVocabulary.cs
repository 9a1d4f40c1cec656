using HotGigs.Application.Matching;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;
using HotGigs.Infrastructure.Resumes.Parsing.Skills;
using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.Matching;

/// <summary>The words that the resume parser knows, for comparing: the same list reads resumes and jobs.</summary>
internal sealed class MatchVocabulary : IMatchVocabulary
{
    public string SkillKey(string skill)
    {
        var name = SkillTaxonomy.Find(skill)?.Name ?? skill;
        var words = string.Join(' ', SkillTokenizer.Split(name).Select(token => token.Text));
        return words.Length > 0 ? words : CanonicalCharacters.Fold(name.Trim());
    }

    public EducationLevel? EducationOf(string degree) => DegreeLevels.Of(degree);

    public Place PlaceOf(string location) => PlaceReader.Read(location);
}
