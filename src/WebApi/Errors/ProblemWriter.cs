using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;

namespace HotGigs.WebApi.Errors;

/// <summary>Writes a refusal as <c>application/problem+json</c> (RFC 9457), the one form all errors have.</summary>
internal static class ProblemWriter
{
    public static async Task WriteAsync(HttpContext context, RequestException refused, int? status = null)
    {
        if (context.Response.HasStarted)
            return;

        var (code, title) = Describe(refused.Code);
        context.Response.StatusCode = status ?? code;
        if (refused.RetryAfter is { } retryAfter)
            context.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var problem = new Problem(
            context.Response.StatusCode,
            title,
            refused.Message,
            refused.Code.ToWireName(),
            Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier,
            refused.Errors);
        await context.Response.WriteAsJsonAsync(
            problem, WireJson.Options, "application/problem+json", context.RequestAborted);
    }

    /// <summary>The HTTP status and the title of each code.</summary>
    private static (int Status, string Title) Describe(ErrorCode code) => code switch
    {
        ErrorCode.Unauthenticated => (StatusCodes.Status401Unauthorized, "Not signed in"),
        ErrorCode.Forbidden => (StatusCodes.Status403Forbidden, "Not allowed"),
        ErrorCode.NotFound => (StatusCodes.Status404NotFound, "Not found"),
        ErrorCode.ValidationFailed => (StatusCodes.Status422UnprocessableEntity, "Invalid request"),
        ErrorCode.MalformedJson => (StatusCodes.Status400BadRequest, "Malformed JSON"),
        ErrorCode.UnknownType => (StatusCodes.Status400BadRequest, "Unknown type"),
        ErrorCode.TooLarge => (StatusCodes.Status413PayloadTooLarge, "Too large"),
        ErrorCode.UnsupportedFile => (StatusCodes.Status415UnsupportedMediaType, "Unsupported file"),
        ErrorCode.Conflict => (StatusCodes.Status409Conflict, "Conflict"),
        ErrorCode.RateLimited => (StatusCodes.Status429TooManyRequests, "Too many requests"),
        ErrorCode.Unavailable => (StatusCodes.Status503ServiceUnavailable, "Unavailable"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Unknown error code."),
    };

    private sealed record Problem(
        int Status,
        string Title,
        string Detail,
        string Code,
        string TraceId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors);
}
