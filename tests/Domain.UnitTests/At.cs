namespace HotGigs.Domain.UnitTests;

/// <summary>Points in time, counted from a fixed noon.</summary>
internal static class At
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Minute(int minute) => Noon.AddMinutes(minute);
}
