using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Decides which of the mails in hand are still wanted.</summary>
internal static class EmailSelection
{
    /// <returns>Why a mail is not sent any more; <c>null</c> if it is.</returns>
    public static string? WhyNot(EmailDelivery mail, EmailFacts facts, DateTimeOffset now)
    {
        if (mail.ExpiresAt <= now)
            return "The notification has expired.";
        if (facts.Preferences.ChoiceFor(mail.Type).Email == false)
            return "The user has turned these mails off meanwhile.";
        // One that is not in the feed can be neither read nor deleted.
        if (!facts.Notifications.TryGetValue(mail.NotificationId, out var notification))
            return null;
        if (notification.IsDeleted)
            return "The notification was deleted.";
        if (notification.IsArchived)
            return "The notification was archived.";
        return notification.IsRead && mail.OnlyIfUnread ? "The notification was read before." : null;
    }
}
