using HotGigs.Domain.Common;

namespace HotGigs.Domain.GoogleDrive;

/// <summary>How often a folder is synchronised by itself. The numbers are stored: append only.</summary>
public enum SyncFrequency
{
    [WireName("daily")]
    Daily = 1,

    [WireName("weekly")]
    Weekly = 2,

    /// <summary>Only when somebody asks for it.</summary>
    [WireName("manual")]
    Manual = 3,
}

/// <summary>Reckons with frequencies.</summary>
public static class SyncFrequencyExtensions
{
    /// <summary>The time between two runs; <c>null</c> where there is none.</summary>
    public static TimeSpan? Interval(this SyncFrequency frequency) => frequency switch
    {
        SyncFrequency.Daily => TimeSpan.FromDays(1),
        SyncFrequency.Weekly => TimeSpan.FromDays(7),
        SyncFrequency.Manual => null,
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Unknown frequency."),
    };
}
