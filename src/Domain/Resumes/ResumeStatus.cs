using HotGigs.Domain.Common;

namespace HotGigs.Domain.Resumes;

/// <summary>Where a resume stands as a whole. The numbers are stored: append only.</summary>
public enum ResumeStatus
{
    /// <summary>Stored and waiting for its turn.</summary>
    [WireName("uploaded")]
    Uploaded = 1,

    /// <summary>Being worked on.</summary>
    [WireName("processing")]
    Processing = 2,

    /// <summary>Ended well: there is a candidate.</summary>
    [WireName("completed")]
    Completed = 3,

    /// <summary>Ended without a candidate; the error says why.</summary>
    [WireName("failed")]
    Failed = 4,
}
