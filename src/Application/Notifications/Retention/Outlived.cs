using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Retention;

/// <summary>When the time of a notification is over.</summary>
public abstract record Outlived
{
    private Outlived()
    {
    }

    /// <summary>It was to be of interest until a time that has come.</summary>
    public sealed record Expired(DateTimeOffset Now) : Outlived;

    /// <summary>It is of a type and has been in a state since a time or longer.</summary>
    public sealed record KeptSince(NotificationType Type, KeptAs State, DateTimeOffset Time) : Outlived;
}

/// <summary>In what state a notification is kept.</summary>
public enum KeptAs
{
    /// <summary>Unread in the list, since it was created, marked unread or brought back.</summary>
    Unread,

    /// <summary>Read in the list, since it was read or brought back.</summary>
    Read,

    /// <summary>Archived, read or not, since then.</summary>
    Archived,
}
