using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>Mails that nobody has to cause.</summary>
internal static class SomeMail
{
    public static EmailDelivery Of(EmailGrouping grouping, NotificationDraft? draft = null) => EmailDelivery.Of(
        "rosa", Guid.CreateVersion7(), draft ?? Draft(NotificationType.MatchFound, "{}"), new EmailSchedule(TestNode.Start, grouping, OnlyIfUnread: false), TestNode.Start);

    public static NotificationDraft Draft(NotificationType type, string payloadJson, string title = "A title", string message = "A message") => new()
    {
        Type = type,
        Title = title,
        Message = message,
        ActionUrl = "/candidates/1",
        PayloadJson = payloadJson,
    };
}
