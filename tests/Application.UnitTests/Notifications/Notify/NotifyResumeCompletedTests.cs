using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyResumeCompletedTests
{
    private static readonly NotifyResumeCompleted Command = new("rita", Ids.Resume, Ids.Candidate, "Ada Lovelace");

    [Fact]
    public async Task The_uploader_is_told_as_the_contract_says()
    {
        var notification = await Sent.One(Command);

        Assert.Equal(NotificationType.ResumeCompleted, notification.Type);
        Assert.Equal("Resume Processing Complete", notification.Title);
        Assert.Equal("Resume for Ada Lovelace has been processed successfully", notification.Message);
        Assert.Equal($"/candidates/{Ids.Candidate}", notification.ActionUrl);
        Assert.Equal(new RelatedEntities { ResumeId = Ids.Resume, CandidateId = Ids.Candidate }, notification.Related);
        Sent.AssertPayload(
            new { resume_id = Ids.Resume, candidate_id = Ids.Candidate, candidate_name = "Ada Lovelace" }, notification);
    }

    [Fact]
    public async Task Each_resume_completes_once() => Assert.Equal($"{Ids.Resume}", (await Sent.One(Command)).DeduplicationKey);

    [Fact]
    public async Task What_it_is_about_must_be_named()
    {
        await Sent.Refused("user_id", Command with { UserId = "" });
        await Sent.Refused("user_id", Command with { UserId = new string('u', 129) });
        await Sent.Refused("resume_id", Command with { ResumeId = Guid.Empty });
        await Sent.Refused("candidate_id", Command with { CandidateId = Guid.Empty });
        await Sent.Refused("candidate_name", Command with { CandidateName = " " });
        await Sent.Refused("candidate_name", Command with { CandidateName = new string('n', 201) });
    }
}
