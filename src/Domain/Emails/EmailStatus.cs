using HotGigs.Domain.Common;

namespace HotGigs.Domain.Emails;

/// <summary>Where a mail stands. The numbers are stored: append only.</summary>
public enum EmailStatus
{
    /// <summary>To be sent when it is due.</summary>
    [WireName("pending")]
    Pending = 1,

    /// <summary>The mail server has taken it.</summary>
    [WireName("sent")]
    Sent = 2,

    /// <summary>Not needed any more: the notification was read, deleted or has expired before it was due.</summary>
    [WireName("skipped")]
    Skipped = 3,

    /// <summary>Given up.</summary>
    [WireName("dead")]
    Dead = 4,
}
