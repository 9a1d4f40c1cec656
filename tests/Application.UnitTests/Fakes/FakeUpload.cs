using HotGigs.Application.Resumes;

namespace HotGigs.Application.UnitTests.Fakes;

/// <summary>A received upload that remembers whether it was kept.</summary>
internal sealed class FakeUpload(long size = 1_234) : IIncomingFile
{
    public const string StorageKey = "7f/7f01";

    public bool Kept { get; private set; }

    public Stream Content { get; } = new MemoryStream();

    public long Size { get; } = size;

    public Task<string> KeepAsync(CancellationToken cancellationToken)
    {
        Kept = true;
        return Task.FromResult(StorageKey);
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
