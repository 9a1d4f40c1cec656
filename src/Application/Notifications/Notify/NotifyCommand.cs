using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;
using MediatR;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// A command that tells somebody something. Each notification type has exactly one: it names the audience and
/// composes the notification; <see cref="NotifyHandler{TCommand}"/> does the rest, the same for all.
/// </summary>
public abstract record NotifyCommand : IRequest<NotifyResult>
{
    /// <summary>The user who caused it, where one did.</summary>
    public Actor? Actor { get; init; }

    /// <summary>What brings it about, where that is known.</summary>
    public NotificationCause? Cause { get; init; }

    /// <summary>When it stops being of interest; <c>null</c> for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Replaces the key that the command derives from its own ids.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>Who gets it.</summary>
    internal abstract Audience Audience { get; }

    /// <summary>Puts it into words. <see cref="Actor"/>, <see cref="Cause"/>, <see cref="ExpiresAt"/> and <see cref="DeduplicationKey"/> are added by <see cref="Draft"/>.</summary>
    internal abstract NotificationDraft Compose();

    /// <summary>The whole notification, before it belongs to anybody.</summary>
    internal NotificationDraft Draft()
    {
        var composed = Compose();
        return composed with
        {
            Actor = Actor,
            Cause = Cause,
            ExpiresAt = ExpiresAt,
            DeduplicationKey = DeduplicationKey ?? composed.DeduplicationKey,
        };
    }

    /// <summary>Writes a typed payload as it is stored and sent.</summary>
    protected static string Json<TPayload>(TPayload payload) => JsonSerializer.Serialize(payload, WireJson.Options);
}

/// <summary>What became of a notification.</summary>
/// <param name="NotificationIds">Those that came into a feed, one per recipient.</param>
/// <param name="Duplicates">Recipients who had already been told.</param>
/// <param name="Withheld">Recipients into whose feed it did not come, because it had expired or they do not want it there.</param>
public sealed record NotifyResult(IReadOnlyList<Guid> NotificationIds, int Duplicates, int Withheld)
{
    public static readonly NotifyResult Nothing = new([], 0, 0);

    public static NotifyResult operator +(NotifyResult left, NotifyResult right) => new(
        [.. left.NotificationIds, .. right.NotificationIds], left.Duplicates + right.Duplicates, left.Withheld + right.Withheld);
}
