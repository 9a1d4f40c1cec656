using HotGigs.Domain.Jobs;

namespace HotGigs.Domain.Matching;

/// <summary>What a candidate brings, in the terms that jobs ask in.</summary>
/// <param name="Skills">Keys of their skills, as of <see cref="WantedSkill.Key"/>.</param>
/// <param name="Years">Years of work; <c>null</c> where they are not known.</param>
/// <param name="Education">The highest one; <c>null</c> where none is known.</param>
/// <param name="Place">Where they live; <c>null</c> where that is not known.</param>
public sealed record CandidateQualifications(
    IReadOnlySet<string> Skills, decimal? Years, EducationLevel? Education, Place? Place);
