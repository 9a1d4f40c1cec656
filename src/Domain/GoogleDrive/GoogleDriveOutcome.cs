using HotGigs.Domain.Common;

namespace HotGigs.Domain.GoogleDrive;

/// <summary>What became of a file of a synchronised folder. The numbers are stored: append only.</summary>
public enum GoogleDriveOutcome
{
    /// <summary>It was taken in as a resume.</summary>
    [WireName("imported")]
    Imported = 1,

    /// <summary>It could not be fetched; every later run tries again.</summary>
    [WireName("failed")]
    Failed = 2,

    /// <summary>Its content is no resume that can be read. It is looked at again when it has changed.</summary>
    [WireName("refused")]
    Refused = 3,

    /// <summary>It is of a kind that is not imported, such as a picture or a folder.</summary>
    [WireName("skipped")]
    Skipped = 4,
}
