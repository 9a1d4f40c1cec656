using System.Globalization;

namespace HotGigs.Domain.Matching;

/// <summary>Compares years of work: less than asked for counts in part, more does no harm.</summary>
internal static class ExperienceComparison
{
    public static PartScore Of(JobRequirements job, CandidateQualifications candidate)
    {
        if (job.Years <= 0)
            return PartScore.NotAskedFor("The job asks for no particular experience.");
        if (candidate.Years is not { } years)
            return new PartScore(PartScore.Neutral, $"The candidate's experience is not known; {Years(job.Years)} {(job.Years == 1 ? "is" : "are")} asked for.");
        return years >= job.Years
            ? new PartScore(PartScore.Full, $"{Years(years)} of experience {(years == 1 ? "meets" : "meet")} the {Number(job.Years)} asked for.")
            : new PartScore(
                PartScore.Percent(years / job.Years),
                $"{Years(years)} of experience {(years == 1 ? "falls" : "fall")} short of the {Number(job.Years)} asked for.");
    }

    private static string Years(decimal years) => years == 1 ? "1 year" : $"{Number(years)} years";

    private static string Number(decimal years) => years.ToString("0.#", CultureInfo.InvariantCulture);
}
