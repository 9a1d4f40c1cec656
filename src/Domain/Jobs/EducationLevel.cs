using HotGigs.Domain.Common;

namespace HotGigs.Domain.Jobs;

/// <summary>How far an education goes; a higher one includes the lower ones. The numbers are stored: append only.</summary>
public enum EducationLevel
{
    [WireName("none")]
    None = 0,

    [WireName("associate")]
    Associate = 1,

    [WireName("bachelor")]
    Bachelor = 2,

    [WireName("master")]
    Master = 3,

    [WireName("doctorate")]
    Doctorate = 4,
}
