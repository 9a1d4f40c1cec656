using System.Net;
using System.Text.Json;

namespace HotGigs.Infrastructure.GoogleDrive.Api;

/// <summary>Google refused a request. Its own words may repeat what was sent, so only its code for the reason is kept.</summary>
internal sealed class GoogleException(HttpStatusCode status, string? reason, TimeSpan? retryAfter)
    : Exception($"Google answered {(int)status}{(reason is null ? "" : $" ({reason})")}.")
{
    private const int MaxLength = 64 * 1024;
    private const int MaxReasonLength = 60;

    public HttpStatusCode Status { get; } = status;

    /// <summary>Such as <c>invalid_grant</c> or <c>userRateLimitExceeded</c>.</summary>
    public string? Reason { get; } = reason;

    /// <summary>How long Google asks to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether Google asks to slow down, which the Drive API also says with 403.</summary>
    public bool IsRateLimit { get; } = status == HttpStatusCode.TooManyRequests
        || (status == HttpStatusCode.Forbidden && reason is "rateLimitExceeded" or "userRateLimitExceeded");

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsPassing => IsRateLimit || Status == HttpStatusCode.RequestTimeout || (int)Status >= 500;

    /// <summary>Reads why a request was refused.</summary>
    public static async Task<GoogleException> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var retryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        return new GoogleException(
            response.StatusCode,
            await ReadReasonAsync(response, cancellationToken),
            retryAfter < TimeSpan.Zero ? TimeSpan.Zero : retryAfter);
    }

    private static async Task<string?> ReadReasonAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxLength, cancellationToken);
            using var body = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return FindReason(body.RootElement) is { Length: <= MaxReasonLength } reason
                && reason.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? reason : null;
        }
        catch (Exception error) when (error is JsonException or IOException or HttpRequestException or InvalidOperationException)
        {
            return null;
        }
    }

    // OAuth has {"error": "invalid_grant"}, the Drive API {"error": {"errors": [{"reason": "notFound"}]}}.
    private static string? FindReason(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("error", out var error))
            return null;
        if (error.ValueKind == JsonValueKind.String)
            return error.GetString();
        return error.ValueKind == JsonValueKind.Object
            && error.TryGetProperty("errors", out var errors)
            && errors.ValueKind == JsonValueKind.Array
            && errors.GetArrayLength() > 0
            && errors[0].TryGetProperty("reason", out var reason)
            ? reason.GetString()
            : null;
    }
}
