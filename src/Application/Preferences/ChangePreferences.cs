using System.Globalization;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Preferences;

/// <summary>Changes those of the user's preferences that are named. Answers all of them.</summary>
public sealed record ChangePreferences(UserIdentity User, PreferencesChange Change) : IRequest<PreferencesDto>;

internal sealed class ChangePreferencesHandler(IPreferenceStore store) : IRequestHandler<ChangePreferences, PreferencesDto>
{
    public async Task<PreferencesDto> Handle(ChangePreferences request, CancellationToken cancellationToken) => PreferencesDto.Of(
        await store.ChangeAsync(request.User.Id, preferences => Apply(request.Change, preferences), cancellationToken));

    private static void Apply(PreferencesChange change, NotificationPreferences preferences)
    {
        if (change.Types is { Count: > 0 } types)
            preferences.Choose(types.Select(Choice));
        if (change.QuietHours is { } quiet)
            preferences.Keep(Merge(quiet, preferences.QuietHours));
        if (change.Email is { } email)
            preferences.Receive(Merge(email, preferences.Email));
    }

    private static ChannelChoice Choice(KeyValuePair<string, ChannelsChange?> named) =>
        WireNames.TryParse<NotificationType>(named.Key, out var type)
            ? new ChannelChoice(type, named.Value?.InApp, named.Value?.Email, named.Value?.Browser)
            : throw new InvalidOperationException($"{named.Key} was not checked.");

    private static QuietHours Merge(QuietHoursChange change, QuietHours before)
    {
        var quiet = new QuietHours(
            change.Enabled ?? before.Enabled,
            Time(change.Start) ?? before.Start,
            Time(change.End) ?? before.End,
            change.TimeZone ?? before.TimeZone);

        // Together with what was there: a start alone may meet the end that is kept.
        return quiet.Start != quiet.End
            ? quiet
            : throw RequestException.Invalid("quiet_hours.end", "Quiet hours that end when they start are none. Turn them off by 'enabled', or choose another time.");
    }

    private static EmailPreference Merge(EmailChange change, EmailPreference before) => new(
        WireNames.TryParse<EmailMode>(change.Mode, out var mode) ? mode : before.Mode,
        change.DelayMinutes ?? before.DelayMinutes,
        Time(change.DigestTime) ?? before.DigestTime);

    private static TimeOnly? Time(string? text) =>
        text is null ? null : TimeOnly.ParseExact(text, PreferencesDto.TimeFormat, CultureInfo.InvariantCulture);
}
