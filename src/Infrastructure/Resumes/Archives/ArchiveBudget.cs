using HotGigs.Application.Resumes.Batches;

namespace HotGigs.Infrastructure.Resumes.Archives;

/// <summary>
/// How many bytes an archive may still expand to. What counts is what comes out of it, over all members: sizes that it
/// declares are not trusted, and members may share the same packed bytes.
/// </summary>
internal sealed class ArchiveBudget(long archiveSize, long maxSize)
{
    /// <summary>Documents seldom shrink to a tenth.</summary>
    private const int MaxRatio = 100;

    /// <summary>So much harms nobody, however well it was packed.</summary>
    private const long Harmless = 10L << 20;

    private readonly long limit = Math.Min(maxSize, Math.Max(Harmless, archiveSize * MaxRatio));

    /// <summary>Bytes that came out so far.</summary>
    public long Used { get; private set; }

    /// <exception cref="RefusedArchiveException">The budget is spent.</exception>
    public void Spend(int bytes)
    {
        Used += bytes;
        if (Used > limit)
            throw new RefusedArchiveException($"The archive expands to more than {limit >> 20:N0} MB and was refused.");
    }
}
