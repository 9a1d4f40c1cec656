namespace HotGigs.Domain.Preferences;

/// <summary>The part of a user's day in which nothing may ring: notifications still come into the feed.</summary>
/// <param name="Enabled">Whether they are kept.</param>
/// <param name="Start">From this time of the day.</param>
/// <param name="End">To this time, which may lie on the next day.</param>
/// <param name="TimeZone">Name of the user's time zone in the IANA database, such as <c>Europe/Berlin</c>.</param>
public sealed record QuietHours(bool Enabled, TimeOnly Start, TimeOnly End, string TimeZone)
{
    public const int MaxTimeZoneLength = 64;

    public static readonly QuietHours Default = new(Enabled: false, new TimeOnly(22, 0), new TimeOnly(7, 0), "UTC");

    /// <summary>When the quiet hours end in which a moment lies; <c>null</c> if it lies in none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now)
    {
        var zone = TimeZones.Find(TimeZone);
        // TimeOnly.IsBetween begins at the start, ends before the end, and goes over midnight.
        return Enabled && TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).IsBetween(Start, End)
            ? TimeZones.Next(End, zone, now)
            : null;
    }
}
