namespace HotGigs.Domain.Emails;

/// <summary>Which mails are sent as one. The numbers are stored: append only.</summary>
public enum EmailGrouping
{
    /// <summary>A mail of its own.</summary>
    None = 0,

    /// <summary>All that is due for a user, as their daily digest.</summary>
    Digest = 1,

    /// <summary>All of one type that is due for a user, as a summary of too many.</summary>
    Summary = 2,
}
