using System.Security.Cryptography;
using System.Text;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Events;

/// <summary>One short name for an event: source and id, which together are too long for a key.</summary>
public static class EventKey
{
    /// <summary>32 bytes. Neither part holds a line feed, so no two events share their text.</summary>
    public static byte[] Of(NotificationCause cause) => SHA256.HashData(Encoding.UTF8.GetBytes($"{cause.Source}\n{cause.Id}"));

    /// <summary>A deduplication key for what has none of its own: the event happens once.</summary>
    internal static string DeduplicationKey(NotificationCause cause) => $"event:{Convert.ToHexStringLower(Of(cause))}";
}
