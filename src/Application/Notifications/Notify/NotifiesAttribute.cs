using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Declares which notification type a command sends, and how that type is delivered unless the recipient says otherwise.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotifiesAttribute(NotificationType type) : Attribute
{
    public NotificationType Type { get; } = type;

    /// <summary>Whether it is sent by e-mail too. Feed and browser are on for every type.</summary>
    public bool Email { get; init; }

    /// <summary>Whether it must reach its recipient: it cannot be kept out of the feed, and quiet hours do not hold it back.</summary>
    public bool Critical { get; init; }

    /// <summary>Mails of this type that a recipient gets one by one within a clock hour; what is above comes as one summary after it. 0 for no limit.</summary>
    public int EmailsPerHour { get; init; }
}
