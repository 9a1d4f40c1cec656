using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;

namespace HotGigs.Infrastructure.Realtime.Frames;

/// <summary>Why a message of the client was not done.</summary>
internal static class ErrorFrames
{
    /// <summary>It could not be read at all.</summary>
    public static readonly Frame Malformed = Error(
        ErrorCode.MalformedJson, "A message must be one JSON object, as text, in UTF-8, with no name twice.", default);

    /// <summary>It was refused for a reason its sender can act on; names the fields at fault.</summary>
    public static Frame Refused(RequestException refusal, JsonElement reference) => Error(
        refusal.Code,
        refusal.Errors is { Count: > 0 } errors
            ? string.Join(' ', errors.SelectMany(field => field.Value.Select(why => $"{field.Key}: {why}")))
            : refusal.Message,
        reference);

    /// <summary>It was legitimate, and failed here.</summary>
    public static Frame Unavailable(JsonElement reference) =>
        Error(ErrorCode.Unavailable, "This could not be done right now. Try again in a moment.", reference);

    /// <summary>It came too soon after the others.</summary>
    public static Frame RateLimited(TimeSpan retryAfter, JsonElement reference) =>
        Error(ErrorCode.RateLimited, "Too many messages. Slow down.", reference, retryAfter);

    private static Frame Error(ErrorCode code, string message, JsonElement reference, TimeSpan? retryAfter = null) =>
        Frame.Create("error", (code, message, reference, retryAfter), static (json, about) =>
        {
            json.WriteString("message"u8, about.message);
            json.WriteString("code"u8, about.code.ToWireName());
            if (about.retryAfter is { } delay)
                json.WriteNumber("retry_after_ms"u8, (long)Math.Ceiling(delay.TotalMilliseconds));
            json.WriteRef(about.reference);
        });
}
