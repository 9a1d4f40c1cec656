using HotGigs.Application.Common;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>Receives the files of a bulk upload one after the other, each judged by itself; archives are unpacked.</summary>
public sealed class BatchReception(IResumeFiles store, ResumeIntake intake, IResumeArchives archives)
{
    /// <exception cref="RequestException"><c>too_large</c>: with this file the upload has more bytes or files than it may.</exception>
    internal async Task ReceiveAsync(IncomingUpload upload, ReceivedFiles into, CancellationToken cancellationToken)
    {
        await using var file = await ReceiveAsync(upload.Content, into, cancellationToken);
        into.Spend(file.Size);
        try
        {
            using var archive = archives.TryOpen(file.Content, into.UnpackingLeft);
            if (archive is null)
                into.Add(await intake.TakeAsync(upload.FileName, file, cancellationToken));
            else
                await UnpackAsync(archive, upload.FileName, into, cancellationToken);
        }
        catch (RefusedArchiveException refused)
        {
            into.Add(ResumeIntake.Refused(upload.FileName, refused.Message));
        }
    }

    private async Task<IIncomingFile> ReceiveAsync(Stream content, ReceivedFiles into, CancellationToken cancellationToken)
    {
        try
        {
            // A document that is too large is refused by itself, once it is known to be no archive.
            return await store.ReceiveAsync(content, into.BytesLeft, cancellationToken);
        }
        catch (RequestException refused) when (refused.Code == ErrorCode.TooLarge)
        {
            throw UploadBatch.TooLarge(into.MaxSize);
        }
    }

    private async Task UnpackAsync(IResumeArchive archive, string? archiveName, ReceivedFiles into, CancellationToken cancellationToken)
    {
        var before = into.All.Count;
        try
        {
            foreach (var member in archive.Members)
                into.Add(await TakeAsync(member, into, cancellationToken));
        }
        catch (RefusedArchiveException)
        {
            into.KeepFirst(before);
            throw;
        }
        finally
        {
            into.CountUnpacked(archive.Unpacked);
        }

        if (into.All.Count == before)
            into.Add(ResumeIntake.Refused(archiveName, "The archive holds no files."));
    }

    private async Task<ReceivedFile> TakeAsync(IArchiveMember member, ReceivedFiles into, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = member.Open();
            await using var file = await store.ReceiveAsync(content, intake.MaxFileSize, cancellationToken);
            into.Spend(file.Size);
            return await intake.TakeAsync(member.FileName, file, cancellationToken);
        }
        catch (UnreadableResumeException unreadable)
        {
            return ResumeIntake.Refused(member.FileName, unreadable.Message);
        }
        catch (RequestException refused) when (refused.Code == ErrorCode.TooLarge)
        {
            return ResumeIntake.Refused(member.FileName, refused.Message);
        }
    }
}
