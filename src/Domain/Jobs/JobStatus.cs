using HotGigs.Domain.Common;

namespace HotGigs.Domain.Jobs;

/// <summary>Whether a job still takes candidates. The numbers are stored: append only.</summary>
public enum JobStatus
{
    [WireName("open")]
    Open = 1,

    /// <summary>Keeps its matches and gets no new ones.</summary>
    [WireName("closed")]
    Closed = 2,
}
