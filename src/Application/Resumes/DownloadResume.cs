using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes;

/// <summary>Asks for the original document. Refuses with <c>conflict</c> until its import has ended, and with <c>not_found</c> where another program has it.</summary>
public sealed record DownloadResume(UserIdentity User, Guid ResumeId) : IRequest<ResumeDownload>;

/// <summary>An original document; the receiver disposes <paramref name="Content"/>.</summary>
public sealed record ResumeDownload(Stream Content, string FileName, string ContentType);

internal sealed class DownloadResumeHandler(ResumeAccess access, IResumeFiles files) : IRequestHandler<DownloadResume, ResumeDownload>
{
    public async Task<ResumeDownload> Handle(DownloadResume request, CancellationToken cancellationToken)
    {
        var resume = await access.GetVisibleAsync(request.User, request.ResumeId, cancellationToken);
        if (resume.IsElsewhere)
            throw ResumeAccess.IsElsewhere("file");
        if (!resume.HasEnded)
            throw ResumeAccess.StillProcessing();
        return new ResumeDownload(files.Open(resume.StorageKey), resume.FileName, ContentTypeOf(resume.Format));
    }

    private static string ContentTypeOf(ResumeFormat format) => format switch
    {
        ResumeFormat.Pdf => "application/pdf",
        ResumeFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ResumeFormat.PlainText => "text/plain",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown resume format."),
    };
}
