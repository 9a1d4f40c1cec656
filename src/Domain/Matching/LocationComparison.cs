namespace HotGigs.Domain.Matching;

/// <summary>Compares places: the nearer the better; remote jobs fit everybody.</summary>
internal static class LocationComparison
{
    private const int SameRegion = 80;
    private const int SameCountry = 60;

    public static PartScore Of(JobRequirements job, CandidateQualifications candidate)
    {
        // What fits everybody tells nobody apart: it must not lift a match either.
        if (job.Place is { IsRemote: true })
            return PartScore.NotAskedFor("The job can be done from anywhere.", PartScore.Full);
        if (job.Place is not { } place)
            return PartScore.NotAskedFor("The job names no place.");
        if (!place.IsKnown)
            return PartScore.NotAskedFor($"The place of the job, {place.Text}, is not known to us.");
        if (candidate.Place is not { IsKnown: true } home)
            return new PartScore(PartScore.Neutral, $"Where the candidate lives is not known; the job is in {place.Text}.");
        if (home.IsWithin(place))
            return new PartScore(PartScore.Full, $"Lives where the job is: in {home.Text}.");
        if (home.IsInRegionOf(place))
            return new PartScore(SameRegion, $"Lives in {home.Text}, in the same region as {place.Text}.");
        return home.IsInCountryOf(place)
            ? new PartScore(SameCountry, $"Lives in {home.Text}, in the same country as {place.Text}.")
            : new PartScore(0, $"Lives in {home.Text}; the job is in {place.Text}.");
    }
}
