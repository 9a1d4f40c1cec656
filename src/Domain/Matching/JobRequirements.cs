using HotGigs.Domain.Jobs;

namespace HotGigs.Domain.Matching;

/// <summary>What a job asks for, in the terms that candidates are compared in.</summary>
/// <param name="Required">Skills that candidates must have.</param>
/// <param name="Preferred">Skills that they had better have.</param>
/// <param name="Years">Years of work; 0 for none.</param>
/// <param name="Education">At least this; <see cref="EducationLevel.None"/> for any.</param>
/// <param name="Place">Where it is; <c>null</c> where it does not say.</param>
public sealed record JobRequirements(
    IReadOnlyList<WantedSkill> Required,
    IReadOnlyList<WantedSkill> Preferred,
    decimal Years,
    EducationLevel Education,
    Place? Place)
{
    /// <summary>Whether there is nothing to compare: everybody fits, and nobody does.</summary>
    public bool AsksForNothing =>
        Required.Count + Preferred.Count == 0 && Years <= 0 && Education == EducationLevel.None && Place is null or { IsRemote: true };
}
