using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

public sealed class NotifyCandidateSharedTests
{
    private static readonly NotifyCandidateShared Command =
        new("rita", Ids.Candidate, "Ada Lovelace", "Adam Admin", "Fits the analyst job", "Call before noon");

    [Fact]
    public async Task The_recruiter_is_told_as_the_contract_says()
    {
        var notification = await Sent.One(Command);

        Assert.Equal(NotificationType.CandidateShared, notification.Type);
        Assert.Equal("Candidate Shared With You", notification.Title);
        Assert.Equal("Adam Admin shared candidate Ada Lovelace with you", notification.Message);
        Assert.Equal($"/candidates/{Ids.Candidate}", notification.ActionUrl);
        Assert.Equal(new RelatedEntities { CandidateId = Ids.Candidate }, notification.Related);
        Assert.Equal($"{Ids.Candidate}", notification.DeduplicationKey);
        Sent.AssertPayload(
            new
            {
                candidate_id = Ids.Candidate,
                candidate_name = "Ada Lovelace",
                shared_by = "Adam Admin",
                share_reason = "Fits the analyst job",
                share_notes = "Call before noon",
            },
            notification);
    }

    [Fact]
    public async Task Reason_and_notes_may_be_missing_and_are_null_then()
    {
        var notification = await Sent.One(Command with { ShareReason = null, ShareNotes = null });

        Assert.EndsWith("\"share_reason\":null,\"share_notes\":null}", notification.PayloadJson, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_is_about_must_be_named_and_short_enough()
    {
        await Sent.Refused("user_id", Command with { UserId = "" });
        await Sent.Refused("candidate_id", Command with { CandidateId = Guid.Empty });
        await Sent.Refused("candidate_name", Command with { CandidateName = "" });
        await Sent.Refused("shared_by", Command with { SharedBy = "" });
        await Sent.Refused("share_reason", Command with { ShareReason = new string('r', 2_001) });
        await Sent.Refused("share_notes", Command with { ShareNotes = new string('n', 2_001) });
    }
}
