using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>
/// Keeps documents in a folder, each under a generated name. An upload is written to a temporary file first and
/// renamed when it is complete, so that a file under a final name is always whole.
/// </summary>
internal sealed partial class ResumeFiles : IResumeFiles
{
    private const int CopyBufferSize = 81_920;

    private readonly TimeProvider clock;
    private readonly ILogger<ResumeFiles> logger;
    private readonly string folder;
    private readonly string incoming;

    public ResumeFiles(DataFolder data, IOptions<ResumeImportOptions> options, TimeProvider clock, ILogger<ResumeFiles> logger)
    {
        this.clock = clock;
        this.logger = logger;
        folder = data.PathOf(options.Value.Folder);
        incoming = Path.Combine(folder, "incoming");
        Directory.CreateDirectory(incoming);
    }

    public async Task<IIncomingFile> ReceiveAsync(Stream content, long maxSize, CancellationToken cancellationToken)
    {
        var path = Path.Combine(incoming, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, CopyBufferSize, FileOptions.Asynchronous);
        var received = new IncomingFile(this, file);
        try
        {
            await CopyAsync(content, file, maxSize, cancellationToken);
            return received;
        }
        catch
        {
            await received.DisposeAsync();
            throw;
        }
    }

    public Stream Open(string storageKey) =>
        new FileStream(PathOf(storageKey), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, CopyBufferSize, FileOptions.Asynchronous);

    public bool Exists(string storageKey) => File.Exists(PathOf(storageKey));

    public void Delete(string storageKey) => File.Delete(PathOf(storageKey));

    public IEnumerable<string> FindReceived(DateTimeOffset from, DateTimeOffset to) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(storageKey => ReceivedAt(storageKey) is { } at && at >= from && at < to);

    private async Task CopyAsync(Stream from, FileStream to, long maxSize, CancellationToken cancellationToken)
    {
        var buffer = new byte[CopyBufferSize];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (to.Length + read > maxSize)
                throw TooLarge(maxSize);
            await WriteAsync(to, buffer.AsMemory(0, read), cancellationToken);
        }
    }

    private async Task WriteAsync(FileStream to, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await to.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException error)
        {
            // Not the sender's fault: the disk is full, or cannot be written.
            LogStoreFailed(error);
            throw new RequestException(ErrorCode.Unavailable, "The file cannot be stored right now. Try again in a moment.");
        }
    }

    // The generated names are UUIDs of version 7, which begin with the milliseconds since 1970.
    private static DateTimeOffset? ReceivedAt(string storageKey) =>
        Guid.TryParseExact(Path.GetFileName(storageKey), "N", out var id)
            ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16))
            : null;

    private static RequestException TooLarge(long maxSize) =>
        new(ErrorCode.TooLarge, $"The file is larger than {maxSize / (1024 * 1024)} MB.");

    /// <summary>Keys are generated here and read back from the database; anything else is a fault.</summary>
    private string PathOf(string storageKey) =>
        storageKey.All(c => char.IsAsciiLetterOrDigit(c) || c == '/') && !Path.IsPathRooted(storageKey)
            ? Path.Combine(folder, storageKey)
            : throw new ArgumentException("This is no name of a stored document.", nameof(storageKey));

    [LoggerMessage(3200, LogLevel.Error, "An upload cannot be written to the store")]
    private partial void LogStoreFailed(Exception error);

    private sealed class IncomingFile(ResumeFiles store, FileStream file) : IIncomingFile
    {
        private bool kept;

        public Stream Content => file;

        public long Size => file.Length;

        public async Task<string> KeepAsync(CancellationToken cancellationToken)
        {
            await file.FlushAsync(cancellationToken);
            file.Flush(flushToDisk: true);
            var name = Path.GetFileName(file.Name);
            // Two characters that spread evenly: a folder of a million files is slow to list.
            var storageKey = $"{name[^2..]}/{name}";
            var target = store.PathOf(storageKey);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file.Name, target);
            kept = true;
            return storageKey;
        }

        public async ValueTask DisposeAsync()
        {
            await file.DisposeAsync();
            if (!kept)
                File.Delete(file.Name);
        }
    }
}
