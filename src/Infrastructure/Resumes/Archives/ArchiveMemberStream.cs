using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Archives;

/// <summary>The content of one member: charged to the archive's budget, and compared with its checksum at the end.</summary>
internal sealed class ArchiveMemberStream(Stream inflated, uint checksum, ArchiveBudget budget) : Stream
{
    private Crc32 actual;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static UnreadableResumeException Damaged(Exception? cause = null) =>
        new("The file is damaged in its archive, or packed in a way that is not read here. Pack it again as an ordinary zip, or upload it by itself.", cause);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            read = await inflated.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(error);
        }

        return Take(buffer.Span[..read]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflated.Dispose();
        base.Dispose(disposing);
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty && actual.Value != checksum)
            throw Damaged();
        budget.Spend(bytes.Length);
        actual.Append(bytes);
        return bytes.Length;
    }
}
