using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Resumes;

/// <summary>
/// Reads the multipart form of an upload as it arrives: the file goes straight into the store, never as a whole
/// into memory.
/// </summary>
internal sealed class UploadForm : IAsyncDisposable
{
    private const int MaxFieldLength = 4_096;

    private IIncomingFile? file;

    private UploadForm()
    {
    }

    /// <summary>The received file; this form disposes it.</summary>
    public IIncomingFile File => file ?? throw new InvalidOperationException("The form has been read without a file.");

    public string? FileName { get; private set; }

    public string? Source { get; private set; }

    /// <exception cref="RequestException">It is no multipart form, has no file or several, or one that is too large.</exception>
    public static async Task<UploadForm> ReadAsync(HttpRequest request, IResumeFiles files, long maxSize)
    {
        var reader = MultipartForm.Open(request)
            ?? throw RequestException.Invalid("file", "Send the resume as multipart/form-data with a field 'file'.");
        var form = new UploadForm();
        try
        {
            await form.ReadSectionsAsync(reader, files, maxSize, request.HttpContext.RequestAborted);
            return form;
        }
        catch
        {
            await form.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task ReadSectionsAsync(MultipartReader reader, IResumeFiles files, long maxSize, CancellationToken cancellationToken)
    {
        while (await MultipartForm.NextAsync(reader, "file", cancellationToken) is { } section)
        {
            if (section.GetContentDispositionHeader() is not { } disposition)
                continue;
            if (disposition.IsFileDisposition())
                await TakeFileAsync(section.AsFileSection()!, files, maxSize, cancellationToken);
            else if (section.AsFormDataSection() is { Name: "source" } field)
                Source = await ReadFieldAsync(field, cancellationToken);
        }

        if (file is null)
            throw RequestException.Invalid("file", "No file was sent. Choose a PDF, DOCX or text file.");
    }

    private async Task TakeFileAsync(FileMultipartSection section, IResumeFiles files, long maxSize, CancellationToken cancellationToken)
    {
        if (section.Name != "file")
            throw RequestException.Invalid("file", $"The file must be in the field 'file', not '{section.Name}'.");
        if (file is not null)
            throw RequestException.Invalid("file", "Send one file.");
        FileName = section.FileName;
        file = await files.ReceiveAsync(new FormStream(section.FileStream ?? Stream.Null, "file"), maxSize, cancellationToken);
    }

    private static async Task<string> ReadFieldAsync(FormMultipartSection field, CancellationToken cancellationToken)
    {
        var value = await MultipartForm.ReadAsync("file", () => field.GetValueAsync(cancellationToken));
        return value.Length <= MaxFieldLength ? value.Trim() : throw RequestException.Invalid(field.Name, "The value is too long.");
    }
}
