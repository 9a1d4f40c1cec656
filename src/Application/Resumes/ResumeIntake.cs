using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.Resumes;

/// <summary>Judges received files at the door, whichever way they came: by size, by content, and by their name against it.</summary>
public sealed class ResumeIntake(IResumeFormatSniffer sniffer, IOptions<ResumeImportOptions> options)
{
    /// <summary>Largest file in bytes. More need not be received.</summary>
    public long MaxFileSize => options.Value.MaxFileSize;

    /// <summary>Judges one file and keeps it.</summary>
    /// <param name="fileName">The name it came under; it is made safe to show.</param>
    /// <param name="file">The received content; the caller disposes it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="RequestException"><c>too_large</c> or <c>unsupported_file</c>, in words a recruiter understands; nothing was kept.</exception>
    public async Task<(string FileName, StoredDocument Document)> KeepAsync(
        string? fileName, IIncomingFile file, CancellationToken cancellationToken)
    {
        var name = DisplayFileName.Clean(fileName);
        // An archive may be larger than the files in it, so what it is comes first.
        var format = Sniff(file.Content, name);
        if (file.Size > MaxFileSize)
            throw TooLarge();
        return (name, new StoredDocument(await file.KeepAsync(cancellationToken), format, file.Size));
    }

    /// <summary>Judges one file of many: what is refused becomes a file with the reason.</summary>
    /// <inheritdoc cref="KeepAsync" path="/param"/>
    public async Task<ReceivedFile> TakeAsync(string? fileName, IIncomingFile file, CancellationToken cancellationToken)
    {
        try
        {
            var (name, document) = await KeepAsync(fileName, file, cancellationToken);
            return new ReceivedFile(name, document, null);
        }
        catch (RequestException refused) when (IsOfTheFile(refused))
        {
            return Refused(fileName, refused.Message);
        }
    }

    /// <summary>A file that was refused before it could be judged, such as one that could not be read.</summary>
    public static ReceivedFile Refused(string? fileName, string reason) => new(DisplayFileName.Clean(fileName), null, reason);

    /// <summary>Whether it is the file that was refused, so that others beside it go on.</summary>
    public static bool IsOfTheFile(RequestException refused) => refused.Code is ErrorCode.TooLarge or ErrorCode.UnsupportedFile;

    private RequestException TooLarge() => new(ErrorCode.TooLarge, $"The file is larger than {MaxFileSize >> 20} MB.");

    private ResumeFormat Sniff(Stream content, string fileName)
    {
        try
        {
            return sniffer.Sniff(content, fileName);
        }
        catch (UnsupportedResumeException refused)
        {
            throw new RequestException(
                ErrorCode.UnsupportedFile, refused.Message, new Dictionary<string, string[]> { ["file"] = [refused.Message] });
        }
    }
}

/// <summary>One file of many: either kept, or refused.</summary>
/// <param name="FileName">What it is called, safe to show.</param>
/// <param name="Document">What was kept; <c>null</c> where it was refused.</param>
/// <param name="Error">Why it was refused, in words a recruiter understands.</param>
public sealed record ReceivedFile(string FileName, StoredDocument? Document, string? Error);
