using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.UnitTests.Notifications;

public sealed class NotificationDtoTests
{
    [Fact]
    public void A_notification_has_the_fields_of_the_contract()
    {
        var notification = NotificationFeed.Open("rita", At.Noon).Append(
            new NotificationDraft
            {
                Type = NotificationType.CandidateShared,
                Title = "Candidate Shared With You",
                Message = "Adam shared candidate Zoë with you",
                ActionUrl = "/candidates/7",
                PayloadJson = """{"candidate_name":"Zoë"}""",
                Related = new RelatedEntities { CandidateId = Ids.Candidate },
                Actor = new Actor("adam", "Adam"),
            },
            At.Noon);

        var json = JsonSerializer.Serialize(NotificationDto.Of(notification), WireJson.Options);

        Assert.Equal(
            $$"""
            {"id":"{{notification.Id}}","type":"candidate_shared","title":"Candidate Shared With You",
            "message":"Adam shared candidate Zoë with you","action_url":"/candidates/7","data":{"candidate_name":"Zoë"},
            "related":{"candidate_id":"{{Ids.Candidate}}"},"actor":{"id":"adam","name":"Adam"},"is_read":false,"read_at":null,
            "is_seen":false,"seen_at":null,"is_archived":false,"created_at":"2026-03-01T12:00:00.000Z","expires_at":null,
            "seq":1,"changed_seq":1,"channels":["in_app"]}
            """.ReplaceLineEndings(""),
            json);
    }
}
