using HotGigs.Application.Common;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Resumes;

/// <summary>Reads multipart forms section by section, as they arrive, and tells their faults from those of the server.</summary>
internal static class MultipartForm
{
    private const int MaxBoundaryLength = 200;

    /// <summary>A reader of the request's form; <c>null</c> where it is none.</summary>
    public static MultipartReader? Open(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundaryLength } boundary
            ? new MultipartReader(boundary, request.Body)
            : null;

    /// <summary>The next section; <c>null</c> at the end.</summary>
    /// <exception cref="RequestException">The form is malformed, or broke off.</exception>
    public static ValueTask<MultipartSection?> NextAsync(MultipartReader reader, string field, CancellationToken cancellationToken) =>
        ReadAsync(field, () => new ValueTask<MultipartSection?>(reader.ReadNextSectionAsync(cancellationToken)));

    /// <summary>Runs what reads from a form.</summary>
    /// <param name="field">The field that is named where the form is at fault.</param>
    /// <param name="read">Reads.</param>
    /// <exception cref="RequestException">The form is malformed, or broke off.</exception>
    public static async ValueTask<T> ReadAsync<T>(string field, Func<ValueTask<T>> read)
    {
        try
        {
            return await read();
        }
        // The reader's word for bad or too many headers is InvalidDataException, for a broken end IOException.
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            throw RequestException.Invalid(field, "The upload broke off or its multipart form is malformed. Upload it again.");
        }
    }
}
