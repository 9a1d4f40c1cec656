namespace HotGigs.Domain.Emails;

/// <summary>When and how a mail is to be sent.</summary>
/// <param name="DueAt">Not before this time.</param>
/// <param name="Grouping">Which others it is sent together with.</param>
/// <param name="OnlyIfUnread">Whether it is not sent any more once the notification has been read.</param>
public sealed record EmailSchedule(DateTimeOffset DueAt, EmailGrouping Grouping, bool OnlyIfUnread);
