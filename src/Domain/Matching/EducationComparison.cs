using HotGigs.Domain.Jobs;

namespace HotGigs.Domain.Matching;

/// <summary>Compares education: a lower one than asked for counts in part, a higher one does no harm.</summary>
internal static class EducationComparison
{
    public static PartScore Of(JobRequirements job, CandidateQualifications candidate)
    {
        if (job.Education == EducationLevel.None)
            return PartScore.NotAskedFor("The job asks for no degree.");
        if (candidate.Education is not { } education)
            return new PartScore(PartScore.Neutral, $"The candidate's education is not known; {Named(job.Education)} is asked for.");
        return education >= job.Education
            ? new PartScore(PartScore.Full, $"Has {Named(education)}; {Named(job.Education)} is asked for.")
            : new PartScore(
                PartScore.Percent((decimal)education / (decimal)job.Education),
                $"Has only {Named(education)}; {Named(job.Education)} is asked for.");
    }

    private static string Named(EducationLevel level) => level switch
    {
        EducationLevel.None => "an education without a degree",
        EducationLevel.Associate => "an associate degree",
        EducationLevel.Bachelor => "a bachelor's degree",
        EducationLevel.Master => "a master's degree",
        EducationLevel.Doctorate => "a doctorate",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level of education."),
    };
}
