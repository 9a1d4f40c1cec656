namespace HotGigs.Domain.Preferences;

/// <summary>How a user wants their mails.</summary>
/// <param name="Mode">When they are sent.</param>
/// <param name="DelayMinutes">After how many minutes unread, 1 to <see cref="MaxDelayMinutes"/>; counts with <see cref="EmailMode.IfUnread"/>.</param>
/// <param name="DigestTime">At which time of the user's day; counts with <see cref="EmailMode.Digest"/>.</param>
public sealed record EmailPreference(EmailMode Mode, int DelayMinutes, TimeOnly DigestTime)
{
    public const int MaxDelayMinutes = 24 * 60;

    public static readonly EmailPreference Default = new(EmailMode.IfUnread, 15, new TimeOnly(8, 0));
}
