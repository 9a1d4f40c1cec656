namespace HotGigs.Domain.Notifications;

/// <summary>
/// One entry of a user's feed. It changes only through its <see cref="NotificationFeed"/>, which numbers every
/// change and keeps the counts.
/// </summary>
public sealed class Notification
{
    public const int MaxTitleLength = 200;
    public const int MaxMessageLength = 1_000;
    public const int MaxActionUrlLength = 500;
    public const int MaxDeduplicationKeyLength = 200;

    /// <summary>How long a deletion can be undone.</summary>
    public static readonly TimeSpan RestoreWindow = TimeSpan.FromSeconds(30);

    private Notification()
    {
    }

    public Guid Id { get; private set; }

    public string UserId { get; private set; } = "";

    /// <summary>Position in the feed at which it was created; never changes. Watermarks compare with it.</summary>
    public long Seq { get; private set; }

    /// <summary>Position of its last change. Recovery compares with it.</summary>
    public long ChangedSeq { get; private set; }

    public NotificationType Type { get; private set; }

    public string Title { get; private set; } = "";

    public string Message { get; private set; } = "";

    public string? ActionUrl { get; private set; }

    public string PayloadJson { get; private set; } = "{}";

    public RelatedEntities Related { get; private set; } = RelatedEntities.None;

    public Actor? Actor { get; private set; }

    public string? DeduplicationKey { get; private set; }

    public DeliveryChannels Channels { get; private set; }

    /// <summary>Why each delivery channel was taken, or was not.</summary>
    public DeliveryDecisions Decisions { get; private set; } = DeliveryDecisions.Unknown;

    /// <summary>What brought it about, where that is known.</summary>
    public NotificationCause? Cause { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When a device of the user first confirmed to have received it.</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Since when it has been unread, read or archived, as it is now: how long it is kept counts from here.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Set on a tombstone: gone for the user, kept for as long as a device may still have to hear of it.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public bool IsSeen => SeenAt is not null;

    public bool IsRead => ReadAt is not null;

    public bool IsArchived => ArchivedAt is not null;

    public bool IsDeleted => DeletedAt is not null;

    internal bool CountsAsUnread => !IsRead && !IsArchived && !IsDeleted;

    internal bool CountsAsUnseen => !IsSeen && !IsArchived && !IsDeleted;

    internal static Notification Create(string userId, NotificationDraft draft, long seq, DateTimeOffset now)
    {
        if (draft.ActionUrl is { } url && !IsLocalPath(url))
            throw new ArgumentException($"An action URL must be a path of this site, not '{url}'.", nameof(draft));

        return new Notification
        {
            Id = Guid.CreateVersion7(now),
            UserId = userId,
            Seq = seq,
            ChangedSeq = seq,
            Type = draft.Type,
            Title = draft.Title,
            Message = draft.Message,
            ActionUrl = draft.ActionUrl,
            PayloadJson = draft.PayloadJson,
            Related = draft.Related,
            Actor = draft.Actor,
            DeduplicationKey = draft.DeduplicationKey,
            Channels = draft.Decisions.Channels,
            Decisions = draft.Decisions,
            Cause = draft.Cause,
            CreatedAt = now,
            StateSince = now,
            ExpiresAt = draft.ExpiresAt,
        };
    }

    /// <summary>Whether a URL is a path of this site: it cannot lead a user, or a browser's normalisation, elsewhere.</summary>
    public static bool IsLocalPath(string url) =>
        url.StartsWith('/')
        && !url.StartsWith("//", StringComparison.Ordinal)
        && !url.Contains('\\', StringComparison.Ordinal)
        && !url.Any(char.IsControl);

    /// <summary>Whether its deletion can still be undone. What has expired meanwhile stays gone.</summary>
    public bool IsRestorable(DateTimeOffset now) =>
        DeletedAt is { } deleted && now - deleted <= RestoreWindow && !(ExpiresAt <= now);

    internal void Read(DateTimeOffset now)
    {
        ReadAt = now;
        SeenAt ??= now;
        StateSince = now;
    }

    internal void Unread(DateTimeOffset now)
    {
        ReadAt = null;
        StateSince = now;
    }

    internal void Archive(DateTimeOffset now)
    {
        ArchivedAt = now;
        StateSince = now;
    }

    internal void Unarchive(DateTimeOffset now)
    {
        ArchivedAt = null;
        StateSince = now;
    }

    internal void Delete(DateTimeOffset now) => DeletedAt = now;

    internal void Restore() => DeletedAt = null;

    internal void ChangedBy(long seq) => ChangedSeq = seq;

    /// <summary>As it is now, for those who are told later, when it may have changed again.</summary>
    internal Notification Copy() => (Notification)MemberwiseClone();
}
