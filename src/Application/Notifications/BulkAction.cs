using HotGigs.Domain.Common;

namespace HotGigs.Application.Notifications;

/// <summary>What can be done to many notifications at once.</summary>
public enum BulkAction
{
    [WireName("read")]
    Read,

    [WireName("unread")]
    Unread,

    [WireName("archive")]
    Archive,

    [WireName("delete")]
    Delete,
}
