using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Tracing;

/// <summary>Puts the reasons of deliveries into words.</summary>
internal static class DeliveryReasonTexts
{
    public static string Outcome(DeliveryReason reason) => reason switch
    {
        DeliveryReason.Unknown => "unknown",
        _ when !DeliveryDecisions.IsTaken(reason) => "suppress",
        >= DeliveryReason.IfUnread => "defer",
        _ => "deliver",
    };

    public static string Sentence(DeliveryReason reason) => reason switch
    {
        DeliveryReason.Unknown => "It is older than the records of decisions.",
        DeliveryReason.OnByDefault => "On for this type unless the recipient turns it off.",
        DeliveryReason.OnByPreference => "Turned on in the recipient's preferences.",
        DeliveryReason.Critical => "This type cannot be turned off.",
        DeliveryReason.IfUnread => "To be sent only if it is still unread after the recipient's delay.",
        DeliveryReason.Digest => "To be sent with the recipient's daily digest.",
        DeliveryReason.AfterQuietHours => "Held back until the recipient's quiet hours end.",
        DeliveryReason.Summary => "Too many of this type within the hour: to be sent as part of a summary.",
        DeliveryReason.OffByDefault => "Off for this type unless the recipient turns it on.",
        DeliveryReason.OffByPreference => "Turned off in the recipient's preferences.",
        DeliveryReason.QuietHours => "It came in the recipient's quiet hours.",
        DeliveryReason.NotInFeed => "It needs the feed, and the recipient has turned that off for this type.",
        DeliveryReason.NoAddress => "No e-mail address of the recipient is known.",
        DeliveryReason.Duplicate => "The recipient had been told already, by the same deduplication key.",
        DeliveryReason.Expired => "It had expired before it could be told.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "This reason has no text."),
    };
}
