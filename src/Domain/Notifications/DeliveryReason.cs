namespace HotGigs.Domain.Notifications;

/// <summary>Why a delivery channel was taken for a notification, or was not. The numbers are stored: append only.</summary>
public enum DeliveryReason
{
    /// <summary>From before reasons were kept.</summary>
    Unknown = 0,

    /// <summary>Taken: it is on for this type unless the recipient says otherwise.</summary>
    OnByDefault = 1,

    /// <summary>Taken: the recipient has turned it on.</summary>
    OnByPreference = 2,

    /// <summary>Taken: this type cannot be muted.</summary>
    Critical = 3,

    /// <summary>Taken, and sent only if it is still unread after the recipient's delay.</summary>
    IfUnread = 10,

    /// <summary>Taken, as part of the recipient's daily digest.</summary>
    Digest = 11,

    /// <summary>Taken, and held back until the recipient's quiet hours end.</summary>
    AfterQuietHours = 12,

    /// <summary>Taken, as part of a summary: there were too many of this type lately.</summary>
    Summary = 13,

    /// <summary>Not taken: it is off for this type unless the recipient says otherwise.</summary>
    OffByDefault = 20,

    /// <summary>Not taken: the recipient has turned it off.</summary>
    OffByPreference = 21,

    /// <summary>Not taken: it came in the recipient's quiet hours.</summary>
    QuietHours = 22,

    /// <summary>Not taken: it needs the feed, and this is not in it.</summary>
    NotInFeed = 23,

    /// <summary>Not taken: the recipient's e-mail address is not known.</summary>
    NoAddress = 24,

    /// <summary>Not taken: the recipient has been told already.</summary>
    Duplicate = 30,

    /// <summary>Not taken: it had expired before it could be told.</summary>
    Expired = 31,
}
