using System.Text.Json;
using HotGigs.Application.Common;
using Microsoft.AspNetCore.Http.Features;

namespace HotGigs.WebApi.Requests;

/// <summary>Reads JSON bodies, and says what is wrong with one in the words of the contract.</summary>
internal static class JsonBody
{
    /// <summary>Bytes that a body may have.</summary>
    private const int MaxLength = 64 * 1024;

    /// <summary>Reads a body that must be there.</summary>
    /// <exception cref="RequestException"><c>malformed_json</c>, or <c>validation_failed</c> naming the field of a wrong type.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request)
        where T : class =>
        await ReadOptionalAsync<T>(request)
        ?? throw new RequestException(ErrorCode.MalformedJson, "A JSON object is expected in the body.");

    /// <summary>Reads a body that may be missing.</summary>
    /// <returns><c>null</c> where it is empty or the JSON value <c>null</c>.</returns>
    /// <exception cref="RequestException"><c>malformed_json</c>, or <c>validation_failed</c> naming the field of a wrong type.</exception>
    public static async Task<T?> ReadOptionalAsync<T>(HttpRequest request)
        where T : class
    {
        try
        {
            using var body = await ReadBytesAsync(request, MaxLength);
            if (body.Length == 0)
                return null;
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length), WireJson.Parsing);
            return Bind<T>(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw RequestException.Malformed(malformed);
        }
    }

    /// <summary>Reads a body whole.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxLength">Bytes that it may have; the web server refuses what is larger with 413.</param>
    public static async Task<MemoryStream> ReadBytesAsync(HttpRequest request, int maxLength)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxLength;
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        return body;
    }

    private static T? Bind<T>(JsonElement root)
        where T : class
    {
        if (root.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
            throw new RequestException(ErrorCode.MalformedJson, "A JSON object is expected in the body.");
        try
        {
            return root.Deserialize<T>(WireJson.Options);
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path is { Length: > 2 } path ? path[2..] : "body";
            throw RequestException.Invalid(field, $"The value of '{field}' is of the wrong type.");
        }
    }
}
