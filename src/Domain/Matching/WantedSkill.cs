namespace HotGigs.Domain.Matching;

/// <summary>A skill that a job asks for.</summary>
/// <param name="Name">As the job writes it.</param>
/// <param name="Key">The same for all wordings of a skill.</param>
public sealed record WantedSkill(string Name, string Key);
