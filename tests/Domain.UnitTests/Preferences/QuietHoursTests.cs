using System.Globalization;
using HotGigs.Domain.Preferences;

namespace HotGigs.Domain.UnitTests.Preferences;

/// <summary>When quiet hours are, by the user's own clock, and when they end.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("21:59", null)]
    [InlineData("22:00", "07:00+1")]
    [InlineData("23:59", "07:00+1")]
    [InlineData("00:00", "07:00")]
    [InlineData("06:59", "07:00")]
    [InlineData("07:00", null)]
    [InlineData("12:00", null)]
    public void Over_midnight_they_end_in_the_morning(string at, string? end) =>
        AssertEnds(Quiet("22:00", "07:00", "UTC"), $"2026-03-10 {at} +00:00", end is null ? null : Day(10, end));

    [Theory]
    [InlineData("11:59", null)]
    [InlineData("12:00", "13:30")]
    [InlineData("13:29", "13:30")]
    [InlineData("13:30", null)]
    public void Within_a_day_they_end_on_it(string at, string? end) =>
        AssertEnds(Quiet("12:00", "13:30", "UTC"), $"2026-03-10 {at} +00:00", end is null ? null : Day(10, end));

    [Theory]
    // 23:30 in Berlin in winter and in summer.
    [InlineData("2026-01-10 22:30 +00:00", "2026-01-11 06:00 +00:00")]
    [InlineData("2026-07-10 21:30 +00:00", "2026-07-11 05:00 +00:00")]
    // 21:30 in Berlin.
    [InlineData("2026-01-10 20:30 +00:00", null)]
    public void They_go_by_the_clock_of_the_users_time_zone(string at, string? end) =>
        AssertEnds(Quiet("22:00", "07:00", "Europe/Berlin"), at, end);

    [Theory]
    // The night of 29 March 2026 is an hour short in Berlin: 07:00 is 05:00 UTC already.
    [InlineData("2026-03-28 22:00 +00:00", "2026-03-29 05:00 +00:00")]
    // That of 25 October 2026 is an hour longer: 07:00 is 06:00 UTC again.
    [InlineData("2026-10-24 21:00 +00:00", "2026-10-25 06:00 +00:00")]
    public void Over_a_clock_change_they_end_when_the_clock_says_so(string at, string end) =>
        AssertEnds(Quiet("22:00", "07:00", "Europe/Berlin"), at, end);

    [Fact]
    public void An_end_that_the_clock_skips_comes_when_it_goes_on() =>
        // 02:30 does not exist on that night: 02:00 is 03:00, which is 01:00 UTC.
        AssertEnds(Quiet("22:00", "02:30", "Europe/Berlin"), "2026-03-29 00:30 +00:00", "2026-03-29 01:00 +00:00");

    [Theory]
    // 02:30 comes twice on that night: at 00:30 and at 01:30 UTC. Between them lies a time that is not quiet.
    [InlineData("2026-10-24 23:30 +00:00", "2026-10-25 00:30 +00:00")]
    [InlineData("2026-10-25 00:45 +00:00", null)]
    [InlineData("2026-10-25 01:15 +00:00", "2026-10-25 01:30 +00:00")]
    public void An_end_that_the_clock_shows_twice_ends_them_twice(string at, string? end) =>
        AssertEnds(Quiet("22:00", "02:30", "Europe/Berlin"), at, end);

    [Fact]
    public void Those_that_are_turned_off_are_none() =>
        AssertEnds(Quiet("22:00", "07:00", "UTC") with { Enabled = false }, "2026-03-10 23:00 +00:00", null);

    [Theory]
    [InlineData("Europe/Berlin", true)]
    [InlineData("America/Argentina/Buenos_Aires", true)]
    [InlineData("UTC", true)]
    [InlineData("europe/BERLIN", false)]
    [InlineData("posix/Europe/Berlin", false)]
    [InlineData("localtime", false)]
    [InlineData("Europe/Atlantis", false)]
    [InlineData("", false)]
    [InlineData("../../etc/passwd", false)]
    [InlineData(null, false)]
    public void A_time_zone_goes_by_its_name_in_the_IANA_database(string? name, bool exists) =>
        Assert.Equal(exists, TimeZones.Exists(name));

    private static QuietHours Quiet(string start, string end, string zone) =>
        new(Enabled: true, Time(start), Time(end), zone);

    private static string Day(int day, string time) =>
        time.EndsWith("+1", StringComparison.Ordinal) ? $"2026-03-{day + 1} {time[..^2]} +00:00" : $"2026-03-{day} {time} +00:00";

    private static void AssertEnds(QuietHours quiet, string at, string? end) =>
        Assert.Equal(end is null ? null : Moment(end), quiet.EndAfter(Moment(at)));

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
