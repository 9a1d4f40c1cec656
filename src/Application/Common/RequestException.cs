using System.Text.Json;

namespace HotGigs.Application.Common;

/// <summary>A request that is refused for a reason its sender can understand and act on.</summary>
/// <param name="code">The kind of refusal.</param>
/// <param name="message">What is wrong and, where it helps, what to do; safe to show.</param>
/// <param name="errors">Per field in its wire name, what is wrong with it, where fields are at fault.</param>
public sealed class RequestException(
    ErrorCode code, string message, IReadOnlyDictionary<string, string[]>? errors = null) : Exception(message)
{
    public ErrorCode Code { get; } = code;

    public IReadOnlyDictionary<string, string[]>? Errors { get; } = errors;

    /// <summary>When it may be asked again; <c>null</c> where that is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The thing does not exist, or must look so to whoever asks.</summary>
    public static RequestException NotFound(string what) => new(ErrorCode.NotFound, $"{what} was not found.");

    /// <summary>A body is no JSON, says what the parser found wrong with it.</summary>
    /// <param name="fault">A <see cref="JsonException"/>, or what the parser throws at a name with half a surrogate pair.</param>
    public static RequestException Malformed(Exception fault) => new(ErrorCode.MalformedJson, fault switch
    {
        JsonException { LineNumber: { } line, BytePositionInLine: { } position } =>
            $"The body is not well-formed JSON (line {line + 1}, byte {position}).",
        JsonException => "The body is not well-formed JSON: no name may stand twice in an object.",
        _ => "The body holds a name that is no text.",
    });

    /// <summary>One field is wrong.</summary>
    public static RequestException Invalid(string field, string message) =>
        new(ErrorCode.ValidationFailed, message, new Dictionary<string, string[]> { [field] = [message] });
}
