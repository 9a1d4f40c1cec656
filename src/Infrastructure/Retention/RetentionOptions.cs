using System.ComponentModel.DataAnnotations;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Retention;

/// <summary>How long things are kept, and how they are removed; section <c>Retention</c>.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How long a notification stays after it was read.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Read { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a notification stays that is not read.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Unread { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How long a notification stays after it was archived.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Archived { get; set; } = TimeSpan.FromDays(365);

    /// <summary>How long the tombstone of a deleted notification stays: for as long, devices that were away learn of it.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Tombstones { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long it is kept why somebody was not notified.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan Withheld { get; set; } = TimeSpan.FromDays(30);

    /// <summary>For how long an event of another program that comes again is recognised.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan ReceivedEvents { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a mail is kept that was sent, or not needed any more: it holds what its notification says.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan SentMails { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a mail is kept that was given up.</summary>
    [Range(typeof(TimeSpan), Shortest, Longest)]
    public TimeSpan DeadMails { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What is different for some types of notification, by their wire names.</summary>
    public Dictionary<string, TypeRetentionOptions> Types { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often expired notifications are looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ExpiryInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often what has been kept long enough is looked for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Rows that one transaction removes at most.</summary>
    [Range(1, 1_000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>How long to leave the database to others between two batches.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(200);

    internal const string Shortest = "00:01:00";
    internal const string Longest = "36500.00:00:00";

    /// <summary>How long a notification of a type is kept in a state.</summary>
    internal TimeSpan Of(NotificationType type, KeptAs state)
    {
        var own = Types.GetValueOrDefault(type.ToWireName());
        return state switch
        {
            KeptAs.Read => own?.Read ?? Read,
            KeptAs.Archived => own?.Archived ?? Archived,
            _ => own?.Unread ?? Unread,
        };
    }
}

/// <summary>How long notifications of one type are kept, where that is not as for the others.</summary>
public sealed class TypeRetentionOptions
{
    public TimeSpan? Read { get; set; }

    public TimeSpan? Unread { get; set; }

    public TimeSpan? Archived { get; set; }
}
