using System.Globalization;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Common;
using HotGigs.Domain.Preferences;

namespace HotGigs.Application.Preferences;

/// <summary>All preferences of a user, those they have never touched as the types have them.</summary>
/// <param name="Types">Each notification type by its wire name.</param>
public sealed record PreferencesDto(IReadOnlyDictionary<string, ChannelsDto> Types, QuietHoursDto QuietHours, EmailDto Email)
{
    internal const string TimeFormat = "HH:mm";

    public static PreferencesDto Of(NotificationPreferences preferences) => new(
        NotificationTraits.All.ToDictionary(traits => traits.Type.ToWireName(), traits => ChannelsDto.Of(traits, preferences)),
        new QuietHoursDto(
            preferences.QuietHours.Enabled,
            Write(preferences.QuietHours.Start),
            Write(preferences.QuietHours.End),
            preferences.QuietHours.TimeZone),
        new EmailDto(preferences.Email.Mode.ToWireName(), preferences.Email.DelayMinutes, Write(preferences.Email.DigestTime)));

    private static string Write(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);
}

/// <summary>By which delivery channels a type comes.</summary>
/// <param name="IsCritical">Whether the feed cannot be turned off, nor held back by quiet hours.</param>
public sealed record ChannelsDto(bool InApp, bool Email, bool Browser, bool IsCritical)
{
    internal static ChannelsDto Of(NotificationTraits traits, NotificationPreferences preferences)
    {
        var choice = preferences.ChoiceFor(traits.Type);
        return new ChannelsDto(
            traits.Critical || (choice.InApp ?? true), choice.Email ?? traits.Email, choice.Browser ?? true, traits.Critical);
    }
}

/// <summary>Quiet hours; times as <c>HH:mm</c> of the user's own clock.</summary>
public sealed record QuietHoursDto(bool Enabled, string Start, string End, string TimeZone);

/// <summary>How mails come; the digest at <c>HH:mm</c> of the user's own clock.</summary>
public sealed record EmailDto(string Mode, int DelayMinutes, string DigestTime);
