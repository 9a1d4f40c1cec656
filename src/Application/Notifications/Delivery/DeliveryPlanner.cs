using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;

namespace HotGigs.Application.Notifications.Delivery;

/// <summary>Decides by which delivery channels a notification goes to a recipient: what its type declares × what they prefer × their quiet hours.</summary>
internal static class DeliveryPlanner
{
    /// <param name="traits">What the type declares.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="mailsThisHour">Mails of this type that the recipient has been given one by one within this clock hour.</param>
    /// <param name="now">When it happens.</param>
    public static DeliveryPlan Plan(NotificationTraits traits, Recipient recipient, int mailsThisHour, DateTimeOffset now)
    {
        var preferences = recipient.Preferences;
        var choice = preferences.ChoiceFor(traits.Type);
        var quietUntil = traits.Critical ? null : preferences.QuietHours.EndAfter(now);

        var inApp = traits.Critical ? DeliveryReason.Critical : Choose(choice.InApp, byDefault: true);
        var (email, schedule) = PlanEmail(traits, recipient, choice, mailsThisHour, now);
        return new DeliveryPlan(new DeliveryDecisions(inApp, email, Browser(choice, inApp, quietUntil)), schedule);
    }

    /// <summary>The start of the clock hour within which mails are counted.</summary>
    public static DateTimeOffset HourOf(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);

    private static DeliveryReason Choose(bool? chosen, bool byDefault) => (chosen, byDefault) switch
    {
        (true, _) => DeliveryReason.OnByPreference,
        (false, _) => DeliveryReason.OffByPreference,
        (null, true) => DeliveryReason.OnByDefault,
        (null, false) => DeliveryReason.OffByDefault,
    };

    private static DeliveryReason Browser(ChannelChoice choice, DeliveryReason inApp, DateTimeOffset? quietUntil)
    {
        var chosen = Choose(choice.Browser, byDefault: true);
        if (!DeliveryDecisions.IsTaken(chosen))
            return chosen;
        if (!DeliveryDecisions.IsTaken(inApp))
            return DeliveryReason.NotInFeed;
        return quietUntil is null ? chosen : DeliveryReason.QuietHours;
    }

    private static (DeliveryReason Reason, EmailSchedule? Schedule) PlanEmail(
        NotificationTraits traits, Recipient recipient, ChannelChoice choice, int mailsThisHour, DateTimeOffset now)
    {
        var chosen = Choose(choice.Email, traits.Email);
        if (!DeliveryDecisions.IsTaken(chosen))
            return (chosen, null);
        if (!recipient.HasEmail)
            return (DeliveryReason.NoAddress, null);

        var preferences = recipient.Preferences;
        if (preferences.Email.Mode == EmailMode.Digest && !traits.Critical)
        {
            var due = TimeZones.Next(preferences.Email.DigestTime, TimeZones.Find(preferences.QuietHours.TimeZone), now);
            return (DeliveryReason.Digest, new EmailSchedule(due, EmailGrouping.Digest, OnlyIfUnread: false));
        }

        var onlyIfUnread = preferences.Email.Mode == EmailMode.IfUnread && !traits.Critical;
        var grouping = traits.EmailsPerHour > 0 && mailsThisHour >= traits.EmailsPerHour ? EmailGrouping.Summary : EmailGrouping.None;
        var wanted = grouping == EmailGrouping.Summary ? HourOf(now).AddHours(1)
            : onlyIfUnread ? now.AddMinutes(preferences.Email.DelayMinutes)
            : now;

        // What counts is whether it would arrive in quiet hours, not whether it happens in them.
        var quietUntil = traits.Critical ? null : preferences.QuietHours.EndAfter(wanted);
        var reason = grouping == EmailGrouping.Summary ? DeliveryReason.Summary
            : quietUntil is not null ? DeliveryReason.AfterQuietHours
            : onlyIfUnread ? DeliveryReason.IfUnread
            : chosen;
        return (reason, new EmailSchedule(quietUntil ?? wanted, grouping, onlyIfUnread));
    }
}
