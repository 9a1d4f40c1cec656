using System.Collections.Frozen;
using System.Reflection;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Delivery;

/// <summary>How a notification type is delivered unless its recipient says otherwise, as its Notify command declares.</summary>
/// <param name="Type">The type.</param>
/// <param name="Email">Whether it is sent by e-mail too.</param>
/// <param name="Critical">Whether it cannot be muted.</param>
/// <param name="EmailsPerHour">Mails one by one within a clock hour; 0 for no limit.</param>
public sealed record NotificationTraits(NotificationType Type, bool Email, bool Critical, int EmailsPerHour)
{
    private static readonly FrozenDictionary<NotificationType, NotificationTraits> Declared = typeof(NotifyCommand).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<NotifiesAttribute>())
        .OfType<NotifiesAttribute>()
        .Select(declared => new NotificationTraits(declared.Type, declared.Email, declared.Critical, declared.EmailsPerHour))
        .ToFrozenDictionary(traits => traits.Type);

    /// <summary>All types, in the order of their numbers.</summary>
    public static IReadOnlyList<NotificationTraits> All { get; } = [.. Declared.Values.OrderBy(traits => traits.Type)];

    /// <exception cref="KeyNotFoundException">No Notify command declares the type.</exception>
    public static NotificationTraits Of(NotificationType type) => Declared[type];

    /// <summary>Whether a recipient takes this type by mail at all.</summary>
    internal bool MayMail(Recipient recipient) =>
        recipient.HasEmail && (recipient.Preferences.ChoiceFor(Type).Email ?? Email);
}
