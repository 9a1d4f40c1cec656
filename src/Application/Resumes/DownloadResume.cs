using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.Resumes;

/// <summary>Asks for the original document. Refuses with <c>conflict</c> until its import has ended, and with <c>not_found</c> where another program has it or it was lost.</summary>
public sealed record DownloadResume(UserIdentity User, Guid ResumeId) : IRequest<ResumeDownload>;

/// <summary>An original document; the receiver disposes <paramref name="Content"/>.</summary>
public sealed record ResumeDownload(Stream Content, string FileName, string ContentType);

internal sealed partial class DownloadResumeHandler(ResumeAccess access, IResumeFiles files, ILogger<DownloadResumeHandler> logger)
    : IRequestHandler<DownloadResume, ResumeDownload>
{
    public async Task<ResumeDownload> Handle(DownloadResume request, CancellationToken cancellationToken)
    {
        var resume = await access.GetVisibleAsync(request.User, request.ResumeId, cancellationToken);
        if (resume.IsElsewhere)
            throw ResumeAccess.IsElsewhere("file");
        if (!resume.HasEnded)
            throw ResumeAccess.StillProcessing();
        return new ResumeDownload(Open(resume), resume.FileName, ContentTypeOf(resume.Format));
    }

    private Stream Open(Resume resume)
    {
        try
        {
            return files.Open(resume.StorageKey);
        }
        catch (Exception lost) when (lost is FileNotFoundException or DirectoryNotFoundException)
        {
            LogLost(lost, resume.Id);
            throw new RequestException(ErrorCode.NotFound, "The document of this resume is no longer in the store. What was read from it is still here.");
        }
    }

    private static string ContentTypeOf(ResumeFormat format) => format switch
    {
        ResumeFormat.Pdf => "application/pdf",
        ResumeFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ResumeFormat.PlainText => "text/plain",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown resume format."),
    };

    [LoggerMessage(3006, LogLevel.Error, "The document of resume {ResumeId} is not in the store")]
    private partial void LogLost(Exception error, Guid resumeId);
}
