using HotGigs.Domain.Preferences;

namespace HotGigs.Application.Notifications.Delivery;

/// <summary>What must be known of a user to plan how something is delivered to them.</summary>
/// <param name="UserId">The user.</param>
/// <param name="HasEmail">Whether an e-mail address of theirs is known.</param>
/// <param name="Preferences">What they have chosen, or the defaults.</param>
public sealed record Recipient(string UserId, bool HasEmail, NotificationPreferences Preferences)
{
    /// <summary>A user of whom nothing is known yet.</summary>
    public static Recipient Unknown(string userId) => new(userId, HasEmail: false, NotificationPreferences.Default(userId));
}
