using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Application.UnitTests;

/// <summary>Points in time, counted from a fixed noon, and a clock that stands there.</summary>
internal static class At
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Minute(int minute) => Noon.AddMinutes(minute);

    public static FakeTimeProvider Clock() => new(Noon);
}
