using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Domain.Candidates;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyCandidateAddedTests
{
    private static readonly NotifyCandidateAdded Own = new("rita", Ids.Candidate, "Ada Lovelace", CandidateSource.ResumeImport);
    private static readonly NotifyCandidateAdded Pooled = Own with { UserId = null, Source = CandidateSource.Application };

    [Fact]
    public async Task The_recruiter_who_has_them_is_told_as_the_contract_says()
    {
        var notification = await Sent.One(Own);

        Assert.Equal(NotificationType.CandidateAdded, notification.Type);
        Assert.Equal("New Candidate Added", notification.Title);
        Assert.Equal("Ada Lovelace has been added to your candidates", notification.Message);
        Assert.Equal($"/candidates/{Ids.Candidate}", notification.ActionUrl);
        Assert.Equal(new RelatedEntities { CandidateId = Ids.Candidate }, notification.Related);
        Assert.Equal($"{Ids.Candidate}", notification.DeduplicationKey);
        Sent.AssertPayload(
            new { candidate_id = Ids.Candidate, candidate_name = "Ada Lovelace", source = "resume_import" }, notification);
    }

    [Fact]
    public async Task Of_a_candidate_in_the_pool_every_recruiter_is_told_and_that_it_is_the_pool()
    {
        var feeds = new FakeFeeds();

        await Sent.To(feeds, Pooled);

        foreach (var recruiter in new[] { "rita", "sam" })
        {
            var notification = Assert.Single(feeds.Of(recruiter));
            Assert.Equal("Ada Lovelace has been added to the candidate pool", notification.Message);
            Sent.AssertPayload(
                new { candidate_id = Ids.Candidate, candidate_name = "Ada Lovelace", source = "application" }, notification);
        }

        Assert.Empty(feeds.Of("adam"));
        Assert.Empty(feeds.Of("carla"));
        Assert.Empty(feeds.Of("importer"));
    }

    [Fact]
    public async Task Others_than_recruiters_can_be_told_instead()
    {
        var feeds = new FakeFeeds();

        await Sent.To(feeds, Pooled with { Everyone = Roles.Admin });

        Assert.Single(feeds.Of("adam"));
        Assert.Empty(feeds.Of("rita"));
    }

    [Fact]
    public async Task What_it_is_about_must_be_named()
    {
        await Sent.Refused("user_id", Own with { UserId = " " });
        await Sent.Refused("user_id", Own with { UserId = new string('u', 129) });
        await Sent.Refused("candidate_id", Own with { CandidateId = Guid.Empty });
        await Sent.Refused("candidate_name", Own with { CandidateName = "" });
        await Sent.Refused("source", Own with { Source = 0 });
    }
}
