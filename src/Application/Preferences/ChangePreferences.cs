using System.Globalization;
using System.Text.Json;
using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Preferences;

/// <summary>Changes those of the user's preferences that are named. Answers all of them.</summary>
public sealed record ChangePreferences(UserIdentity User, PreferencesChange Change) : IRequest<PreferencesDto>;

/// <summary>Names what is wrong by its path in the body, such as <c>quiet_hours.time_zone</c>.</summary>
internal sealed class ChangePreferencesValidator : AbstractValidator<ChangePreferences>
{
    private static readonly string[] DeliveryChannelNames = ["in_app", "email", "browser"];

    public ChangePreferencesValidator() => RuleFor(command => command.Change).Custom((change, context) =>
    {
        void Wrong(string field, string message) => context.AddFailure(new FluentValidation.Results.ValidationFailure(field, message));

        Refuse(change.Unknown, "", "There is no such preference. There are types, quiet_hours and email.", Wrong);
        foreach (var (name, channels) in change.Types ?? new Dictionary<string, ChannelsChange?>())
            Check(name, channels, Wrong);
        if (change.QuietHours is { } quiet)
            Check(quiet, Wrong);
        if (change.Email is { } email)
            Check(email, Wrong);
    });

    private static void Check(string name, ChannelsChange? channels, Action<string, string> wrong)
    {
        if (!WireNames.TryParse<NotificationType>(name, out var type))
        {
            wrong($"types.{name}", $"There is no such notification type. Types are {string.Join(", ", WireNames.All<NotificationType>())}.");
            return;
        }

        if (channels is null)
            wrong($"types.{name}", "This must be an object that names delivery channels.");
        Refuse(channels?.Unknown, $"types.{name}.", $"There is no such delivery channel. There are {string.Join(", ", DeliveryChannelNames)}.", wrong);
        if (channels?.InApp == false && NotificationTraits.Of(type).Critical)
            wrong($"types.{name}.in_app", "Notifications of this type are too important to be turned off.");
    }

    private static void Check(QuietHoursChange quiet, Action<string, string> wrong)
    {
        Refuse(quiet.Unknown, "quiet_hours.", "There is no such field. There are enabled, start, end and time_zone.", wrong);
        CheckTime("quiet_hours.start", quiet.Start, wrong);
        CheckTime("quiet_hours.end", quiet.End, wrong);
        if (quiet.TimeZone is { } zone && (zone.Length > QuietHours.MaxTimeZoneLength || !TimeZones.Exists(zone)))
            wrong("quiet_hours.time_zone", "There is no such time zone. Use its name in the IANA database, such as Europe/Berlin.");
    }

    private static void Check(EmailChange email, Action<string, string> wrong)
    {
        Refuse(email.Unknown, "email.", "There is no such field. There are mode, delay_minutes and digest_time.", wrong);
        if (email.Mode is { } mode && !WireNames.TryParse<EmailMode>(mode, out _))
            wrong("email.mode", $"There is no such mode. Modes are {string.Join(", ", WireNames.All<EmailMode>())}.");
        if (email.DelayMinutes is < 1 or > EmailPreference.MaxDelayMinutes)
            wrong("email.delay_minutes", $"The delay must be between 1 and {EmailPreference.MaxDelayMinutes} minutes.");
        CheckTime("email.digest_time", email.DigestTime, wrong);
    }

    private static void CheckTime(string field, string? text, Action<string, string> wrong)
    {
        if (text is not null && !TimeOnly.TryParseExact(text, PreferencesDto.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            wrong(field, "A time of the day is written as 'HH:mm', such as 22:00.");
    }

    private static void Refuse(IDictionary<string, JsonElement>? unknown, string path, string message, Action<string, string> wrong)
    {
        foreach (var name in unknown?.Keys ?? [])
            wrong($"{path}{name}", message);
    }
}

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
