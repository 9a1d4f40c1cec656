using HotGigs.Domain.Common;

namespace HotGigs.Domain.Matching;

/// <summary>What is compared with all others of the other kind. The numbers are stored: append only.</summary>
public enum MatchingSubject
{
    [WireName("job")]
    Job = 1,

    [WireName("candidate")]
    Candidate = 2,
}
