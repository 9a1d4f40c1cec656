using HotGigs.Domain.Common;

namespace HotGigs.Domain.Preferences;

/// <summary>When mails are sent. The numbers are stored: append only.</summary>
public enum EmailMode
{
    /// <summary>At once.</summary>
    [WireName("immediate")]
    Immediate = 1,

    /// <summary>Only what is still unread after a delay.</summary>
    [WireName("if_unread")]
    IfUnread = 2,

    /// <summary>Once a day, all in one.</summary>
    [WireName("digest")]
    Digest = 3,
}
