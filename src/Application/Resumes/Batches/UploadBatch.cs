using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>
/// Takes in many documents as they arrive, and archives of documents, and queues them for import. Each is judged by
/// itself: what is refused does not keep the others out. Recruiters and admins.
/// </summary>
/// <param name="User">Who uploads them.</param>
/// <param name="Files">The files, each to be read before the next one is asked for.</param>
public sealed record UploadBatch(UserIdentity User, IAsyncEnumerable<IncomingUpload> Files) : IRequest<UploadedBatch>
{
    /// <summary>What an upload of more than so many bytes is refused with.</summary>
    public static RequestException TooLarge(long maxSize) =>
        ReceivedFiles.TooLarge($"A bulk upload takes {maxSize >> 20:N0} MB at most. Send the files in several uploads.");
}

/// <summary>A file of an upload on its way in.</summary>
/// <param name="FileName">The name it has on the sender's machine; only shown, never used as a path.</param>
/// <param name="Content">Its content, to be read once and forward.</param>
public sealed record IncomingUpload(string? FileName, Stream Content);

/// <summary>A bulk upload that has been taken in.</summary>
public sealed record UploadedBatch(
    Guid BatchId, int TotalFiles, string Status, string Message, IReadOnlyList<UploadedBatchFile> Files);

/// <summary>What became of a file at the door: it is a resume now, or there is an error.</summary>
public sealed record UploadedBatchFile(string Filename, Guid? ResumeId, string? Error);

internal sealed class UploadBatchHandler(
    IResumeBatches batches,
    IResumeFiles store,
    BatchReception reception,
    IResumeQueueSignal queue,
    IOptions<ResumeImportOptions> options,
    TimeProvider clock) : IRequestHandler<UploadBatch, UploadedBatch>
{
    public async Task<UploadedBatch> Handle(UploadBatch request, CancellationToken cancellationToken)
    {
        if (!request.User.Roles.HasAny(Roles.Recruiter | Roles.Admin))
            throw new RequestException(ErrorCode.Forbidden, "Only recruiters and admins upload many resumes at once.");

        using var received = new ReceivedFiles(store, options.Value);
        var began = clock.GetUtcNow();
        await foreach (var upload in request.Files.WithCancellation(cancellationToken))
        {
            await reception.ReceiveAsync(upload, received, cancellationToken);
            // Later on, the first files would be taken for what a killed server left behind.
            if (clock.GetUtcNow() - began > ResumeImportOptions.MaxUploadTime)
                throw RequestException.Invalid("files", "The upload takes too long. Send the files in several uploads.");
        }

        if (received.All.Count == 0)
            throw RequestException.Invalid("files", "No file was sent. Choose PDF, DOCX or text files, or a zip archive of them.");

        var batch = ResumeBatch.OfBulkUpload(request.User, clock.GetUtcNow());
        var files = await AddAsync(batch, received, cancellationToken);
        queue.Wake(batch.TotalFiles - batch.Refused);
        return new UploadedBatch(
            batch.Id,
            batch.TotalFiles,
            batch.Status.ToWireName(),
            MessageOf(batch),
            [.. files.Select(file => new UploadedBatchFile(file.FileName, file.ResumeId, file.Error))]);
    }

    private async Task<IReadOnlyList<ResumeBatchFile>> AddAsync(
        ResumeBatch batch, ReceivedFiles received, CancellationToken cancellationToken)
    {
        try
        {
            var files = await batches.AddAsync(batch, received.All, seal: true, cancellationToken);
            received.HandOver();
            return files;
        }
        catch
        {
            // Whatever went wrong, a batch that was stored after all keeps its files; where that is not known, they are swept later.
            received.HandOver();
            if (await batches.FindAsync(batch.Id, CancellationToken.None) is null)
                received.KeepFirst(0);
            throw;
        }
    }

    private static string MessageOf(ResumeBatch batch) => (batch.TotalFiles - batch.Refused, batch.Refused) switch
    {
        (0, _) => "None of the files can be imported.",
        (var taken, 0) => $"{Count(taken)} been uploaded and {(taken == 1 ? "is" : "are")} waiting to be processed.",
        var (taken, refused) => $"{Count(taken)} been uploaded and {(taken == 1 ? "is" : "are")} waiting to be processed; {refused} cannot be imported.",
    };

    private static string Count(int files) => files == 1 ? "1 file has" : $"{files} files have";
}
