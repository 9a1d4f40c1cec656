namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>A forward-only stream that charges every byte read to budgets.</summary>
internal sealed class CountingStream(Stream inner, params ByteBudget[] budgets) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Charge(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Charge(inner.Read(buffer));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Charge(int bytes)
    {
        foreach (var budget in budgets)
            budget.Spend(bytes);
        return bytes;
    }
}
