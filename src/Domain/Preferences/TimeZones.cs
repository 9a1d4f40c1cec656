namespace HotGigs.Domain.Preferences;

/// <summary>Times of a day in the time zones of users.</summary>
public static class TimeZones
{
    /// <summary>
    /// Files that lie beside the time zones of a machine, and are none: rules without a place, or the machine's own,
    /// which is another one on the next machine.
    /// </summary>
    private static readonly string[] NoZones = ["posix/", "right/", "posixrules", "localtime", "Factory"];

    /// <summary>Whether the IANA database has a time zone of this name, letter by letter.</summary>
    public static bool Exists(string? name) =>
        name is not null
        && !NoZones.Any(other => name.StartsWith(other, StringComparison.OrdinalIgnoreCase))
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        && zone.HasIanaId
        // What has been looked up before is found in any case, and after a restart not any more.
        && zone.Id == name;

    /// <summary>The time zone of a name; UTC for one that this machine does not know, or no longer does.</summary>
    public static TimeZoneInfo Find(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>
    /// The first moment after another at which the clocks of a time zone show a time. One that they skip, when they
    /// are put forward, comes when they go on; one that they show twice comes twice.
    /// </summary>
    public static DateTimeOffset Next(TimeOnly time, TimeZoneInfo zone, DateTimeOffset after)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, zone).DateTime);
        return Enumerable.Range(0, 3)
            .SelectMany(days => Moments(today.AddDays(days).ToDateTime(time), zone))
            .First(moment => moment > after);
    }

    private static IEnumerable<DateTimeOffset> Moments(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => new DateTimeOffset(local, offset).ToUniversalTime())
            : [new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()];
    }
}
