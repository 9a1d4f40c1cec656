using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;

namespace HotGigs.WebApi.Requests;

/// <summary>Reads the name of what to do to many notifications.</summary>
internal static class BulkActions
{
    /// <exception cref="RequestException"><c>validation_failed</c> on <c>action</c>: there is no such action, or none is named.</exception>
    public static BulkAction Parse(string? name) =>
        WireNames.TryParse<BulkAction>(name, out var action)
            ? action
            : throw RequestException.Invalid(
                "action", $"'action' must be one of {string.Join(", ", WireNames.All<BulkAction>())}.");
}
