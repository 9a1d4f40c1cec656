using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.WebApi.Requests;

/// <summary>Reads the name of a notification type.</summary>
internal static class NotificationTypes
{
    /// <exception cref="RequestException"><c>validation_failed</c> on <c>type</c>: there is no such type.</exception>
    public static NotificationType? Parse(string? name) => name switch
    {
        null => null,
        _ when WireNames.TryParse<NotificationType>(name, out var type) => type,
        _ => throw RequestException.Invalid(
            "type", $"There is no such notification type. Types are {string.Join(", ", WireNames.All<NotificationType>())}."),
    };
}
