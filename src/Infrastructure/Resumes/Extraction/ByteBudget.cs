using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>How many bytes a document may still expand to.</summary>
/// <param name="limit">Bytes.</param>
/// <param name="kind">What the document is, as in "This PDF".</param>
internal sealed class ByteBudget(long limit, string kind)
{
    private long _used;

    /// <exception cref="UnreadableResumeException">The budget is spent.</exception>
    public void Spend(long bytes)
    {
        _used += bytes;
        if (_used > limit)
            throw new UnreadableResumeException($"This {kind} expands to more than {limit / (1024 * 1024)} MB and was refused.");
    }
}
