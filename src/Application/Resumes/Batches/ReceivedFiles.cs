using HotGigs.Application.Common;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>The files of one upload so far. What was kept of them goes when this is disposed, unless it was handed over.</summary>
internal sealed class ReceivedFiles(IResumeFiles store, ResumeImportOptions limits) : IDisposable
{
    private readonly List<ReceivedFile> files = [];
    private long size;
    private long unpacked;
    private bool isHandedOver;

    public IReadOnlyList<ReceivedFile> All => files;

    public long MaxSize => limits.MaxBatchSize;

    /// <summary>How many bytes may still be received.</summary>
    public long BytesLeft => limits.MaxBatchSize - size;

    /// <summary>
    /// How many bytes may still come out of archives: all that does counts, kept or not, or many archives would cost what
    /// one must not.
    /// </summary>
    public long UnpackingLeft => Math.Max(0, Math.Min(BytesLeft, limits.MaxBatchSize - unpacked));

    /// <summary>Counts bytes that came out of an archive.</summary>
    public void CountUnpacked(long bytes) => unpacked += bytes;

    /// <summary>Counts bytes that were received.</summary>
    public void Spend(long bytes) => size += bytes;

    /// <exception cref="RequestException"><c>too_large</c> on <c>files</c>: there are too many.</exception>
    public void Add(ReceivedFile file)
    {
        files.Add(file);
        if (files.Count > limits.MaxBatchFiles)
            throw TooLarge($"A bulk upload takes {limits.MaxBatchFiles:N0} files at most, those in archives included. Send them in several uploads.");
    }

    /// <summary>Forgets all but the first files.</summary>
    public void KeepFirst(int count)
    {
        Delete(files.Skip(count));
        files.RemoveRange(count, files.Count - count);
    }

    /// <summary>What more than may be sent is refused with.</summary>
    public static RequestException TooLarge(string message) =>
        new(ErrorCode.TooLarge, message, new Dictionary<string, string[]> { ["files"] = [message] });

    /// <summary>Somebody else keeps the files from now on.</summary>
    public void HandOver() => isHandedOver = true;

    public void Dispose()
    {
        if (!isHandedOver)
            Delete(files);
    }

    private void Delete(IEnumerable<ReceivedFile> some)
    {
        foreach (var file in some)
        {
            if (file.Document is { } document)
                store.Delete(document.StorageKey);
        }
    }
}
