using HotGigs.Domain.Matching;

namespace HotGigs.Domain.UnitTests.Matching;

public sealed class LocationScoreTests
{
    private static readonly Place Austin = new("Austin, TX", "austin", "texas", "US");
    private static readonly Place Dallas = new("Dallas, TX", "dallas", "texas", "US");
    private static readonly Place Texas = new("Texas", null, "texas", "US");
    private static readonly Place Portland = new("Portland, OR", "portland", "oregon", "US");
    private static readonly Place OtherPortland = new("Portland, ME", "portland", "maine", "US");
    private static readonly Place BarePortland = new("Portland", "portland");
    private static readonly Place Remote = new("Remote", IsRemote: true);

    public static TheoryData<string, Place, Place, int, string> Distances => new()
    {
        { "the same city", Austin, Austin, 100, "Lives where the job is: in Austin, TX." },
        { "the same city, one without its state", Portland, BarePortland, 100, "Lives where the job is: in Portland." },
        { "another city of the region", Austin, Dallas, 80, "Lives in Dallas, TX, in the same region as Austin, TX." },
        { "somewhere in the region that is all the job names", Texas, Dallas, 100, "Lives where the job is: in Dallas, TX." },
        { "another region of the country", Austin, Portland, 60, "Lives in Portland, OR, in the same country as Austin, TX." },
        { "a city of the same name elsewhere", Portland, OtherPortland, 60, "Lives in Portland, ME, in the same country as Portland, OR." },
        { "the country that is all the job names", new Place("USA", Country: "US"), Austin, 100, "Lives where the job is: in Austin, TX." },
        { "somewhere in the country", Austin, new Place("USA", Country: "US"), 60, "Lives in USA, in the same country as Austin, TX." },
        { "another country", Some.Berlin, Austin, 0, "Lives in Austin, TX; the job is in Berlin, Germany." },
        { "a place that does not say where it is", Austin, new Place("Remote", IsRemote: true), 50, "Where the candidate lives is not known; the job is in Austin, TX." },
    };

    [Theory]
    [MemberData(nameof(Distances))]
    public void The_nearer_the_better(string distance, Place job, Place home, int score, string sentence)
    {
        var assessment = Some.Assess(Some.Job with { Place = job }, Some.Candidate with { Place = home });

        Assert.True(score == assessment.LocationScore, $"{distance} is {assessment.LocationScore}");
        Assert.EndsWith(sentence, assessment.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_of_whom_no_place_is_known_is_neutral() => Assert.Equal(
        PartScore.Neutral, Some.Assess(Some.Job, Some.Candidate with { Place = null }).LocationScore);

    [Fact]
    public void A_remote_job_fits_everybody_and_so_lifts_nobody()
    {
        var job = Some.Job with { Place = Remote, Required = Some.Skills("C#", "Kafka"), Preferred = [] };
        var (here, there) = (Some.Assess(job, Some.Candidate), Some.Assess(job, Some.Candidate with { Place = Austin }));

        Assert.Equal((100, 100), (here.LocationScore, there.LocationScore));
        Assert.Equal(here.Score, there.Score);
        Assert.EndsWith("The job can be done from anywhere.", here.Explanation, StringComparison.Ordinal);
        Assert.Equal(Some.Assess(job with { Place = null }, Some.Candidate).Score, here.Score);
    }
}
