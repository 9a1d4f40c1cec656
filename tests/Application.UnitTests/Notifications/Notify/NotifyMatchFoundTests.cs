using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyMatchFoundTests
{
    private static readonly NotifyMatchFound ToRecruiter = new("rita", Ids.Match, 87, "Analyst", "Ada Lovelace");
    private static readonly NotifyMatchFound ToCandidate = ToRecruiter with { UserId = "carla", CandidateName = null };

    [Fact]
    public async Task A_candidate_is_told_of_the_job()
    {
        var notification = await Sent.One(ToCandidate, "carla");

        Assert.Equal(NotificationType.MatchFound, notification.Type);
        Assert.Equal("New Job Match Found", notification.Title);
        Assert.Equal("New 87% match found: Analyst", notification.Message);
        Assert.Equal($"/matches/{Ids.Match}", notification.ActionUrl);
        Assert.Equal(new RelatedEntities { MatchId = Ids.Match }, notification.Related);
        Sent.AssertPayload(
            new { match_id = Ids.Match, match_score = 87, job_title = "Analyst", candidate_name = (string?)null }, notification);
    }

    [Fact]
    public async Task A_recruiter_is_told_of_the_candidate()
    {
        var notification = await Sent.One(ToRecruiter);

        Assert.Equal("New Candidate Match Found", notification.Title);
        Assert.Equal("New 87% match found: Ada Lovelace for Analyst", notification.Message);
        Sent.AssertPayload(
            new { match_id = Ids.Match, match_score = 87, job_title = "Analyst", candidate_name = "Ada Lovelace" }, notification);
    }

    [Fact]
    public async Task A_producer_may_leave_out_the_job_when_it_names_the_candidate() => Assert.Equal(
        "New 87% match found: Ada Lovelace", (await Sent.One(ToRecruiter with { JobTitle = null })).Message);

    [Fact]
    public async Task The_same_match_is_news_again_with_another_score()
    {
        var first = await Sent.One(ToRecruiter);
        var better = await Sent.One(ToRecruiter with { MatchScore = 93 });

        Assert.Equal($"{Ids.Match}:87", first.DeduplicationKey);
        Assert.Equal($"{Ids.Match}:93", better.DeduplicationKey);
    }

    [Fact]
    public async Task Candidate_and_job_are_related_where_they_are_known_here() => Assert.Equal(
        new RelatedEntities { MatchId = Ids.Match, CandidateId = Ids.Candidate, JobId = Ids.Of(9) },
        (await Sent.One(ToRecruiter with { CandidateId = Ids.Candidate, JobId = Ids.Of(9) })).Related);

    [Theory]
    [InlineData(0)]
    [InlineData(75)]
    [InlineData(100)]
    public async Task From_which_score_on_it_is_told_is_for_the_sender_to_say(int score) =>
        Assert.Equal(score, (await Sent.One(ToRecruiter with { MatchScore = score })).PayloadJson switch
        {
            var json when json.Contains($"\"match_score\":{score},", StringComparison.Ordinal) => score,
            _ => -1,
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task What_is_no_score_is_refused(int score) =>
        await Sent.Refused("match_score", ToRecruiter with { MatchScore = score });

    [Fact]
    public async Task What_it_is_about_must_be_named()
    {
        await Sent.Refused("user_id", ToRecruiter with { UserId = "" });
        await Sent.Refused("match_id", ToRecruiter with { MatchId = Guid.Empty });
        await Sent.Refused("job_title", ToCandidate with { JobTitle = null });
        await Sent.Refused("job_title", ToRecruiter with { JobTitle = "" });
        await Sent.Refused("candidate_name", ToRecruiter with { CandidateName = "" });
    }
}
