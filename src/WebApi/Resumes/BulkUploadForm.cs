using System.Runtime.CompilerServices;
using HotGigs.Application.Common;
using HotGigs.Application.Resumes.Batches;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Resumes;

/// <summary>Hands over the files of a multipart form one after the other, as they arrive.</summary>
internal static class BulkUploadForm
{
    private static readonly string[] Fields = ["files", "file", "files[]"];

    /// <exception cref="RequestException">It is no multipart form, it is too large, it breaks off, or has files in other fields.</exception>
    public static async IAsyncEnumerable<IncomingUpload> ReadAsync(
        HttpRequest request, long maxSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (RequestBody.IsTooLarge(request, maxSize))
            throw UploadBatch.TooLarge(maxSize);
        var reader = MultipartForm.Open(request)
            ?? throw RequestException.Invalid("files", "Send the resumes as multipart/form-data with fields 'files'.");
        while (await NextFileAsync(reader, cancellationToken) is { } file)
            yield return new IncomingUpload(file.FileName, new FormStream(file.FileStream ?? Stream.Null, "files"));
    }

    private static async Task<FileMultipartSection?> NextFileAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        while (await MultipartForm.NextAsync(reader, "files", cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
                throw RequestException.Invalid("files", "A part of the form cannot be read. Quotation marks in the name of a file must be written as %22.");
            if (section.AsFileSection() is { FileName.Length: > 0 } file)
            {
                return Fields.Contains(file.Name, StringComparer.Ordinal)
                    ? file
                    : throw RequestException.Invalid("files", $"The files must be in fields 'files', not '{file.Name}'.");
            }

            // A form without a chosen file sends an empty one without a name.
            if (Fields.Contains(HeaderUtilities.RemoveQuotes(disposition.Name).Value, StringComparer.Ordinal)
                && await MultipartForm.ReadAsync("files", () => section.Body.ReadAsync(new byte[1], cancellationToken)) > 0)
                throw RequestException.Invalid("files", "A file was sent without its name.");
        }

        return null;
    }
}
