using HotGigs.Domain.Jobs;
using HotGigs.Domain.Matching;

namespace HotGigs.Application.Matching;

/// <summary>Knows what the words in jobs and resumes mean, so that the two can be compared.</summary>
public interface IMatchVocabulary
{
    /// <summary>The same text for all wordings of a skill: "JS" and "JavaScript".</summary>
    string SkillKey(string skill);

    /// <summary>The education that a degree stands for, in the languages that resumes are written in.</summary>
    /// <returns><c>null</c> where it cannot be told.</returns>
    EducationLevel? EducationOf(string degree);

    /// <summary>City, region and country of a place as people write it.</summary>
    Place PlaceOf(string location);
}
