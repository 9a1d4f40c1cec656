namespace HotGigs.Domain.Notifications;

/// <summary>What brought a notification about.</summary>
/// <param name="Source">Who reported it: a part of this program, such as <c>resume-import</c>, or the source of an event of another program.</param>
/// <param name="Id">Which of its doings: the id of the event, the import, the announcement; <c>null</c> where there is none.</param>
public sealed record NotificationCause(string Source, string? Id)
{
    public const int MaxSourceLength = 500;
    public const int MaxIdLength = 500;
}
