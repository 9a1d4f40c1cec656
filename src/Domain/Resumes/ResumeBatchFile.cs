namespace HotGigs.Domain.Resumes;

/// <summary>One file of a <see cref="ResumeBatch"/>: either it became a resume, or it was refused.</summary>
public sealed class ResumeBatchFile
{
    private ResumeBatchFile()
    {
    }

    public Guid BatchId { get; private set; }

    /// <summary>Its place in the batch, from 0.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The name it came under, for people to recognise it by; several may have the same.</summary>
    public string FileName { get; private set; } = "";

    public Guid? ResumeId { get; private set; }

    /// <summary>Why it was refused, for a recruiter; <c>null</c> where it became a resume.</summary>
    public string? Error { get; private set; }

    internal static ResumeBatchFile Of(Guid batchId, int ordinal, string fileName, Guid? resumeId, string? error) => new()
    {
        BatchId = batchId,
        Ordinal = ordinal,
        FileName = fileName,
        ResumeId = resumeId,
        Error = error is { Length: > Resume.MaxErrorLength } ? error[..Resume.MaxErrorLength] : error,
    };
}

/// <summary>A document whose content has been stored and judged.</summary>
/// <param name="StorageKey">Generated name under which it is stored.</param>
/// <param name="Format">What its content is.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredDocument(string StorageKey, ResumeFormat Format, long Size);

/// <summary>How many files a batch has, and how many of them have ended in which way.</summary>
public sealed record BatchCounts(int Total, int Successful, int Failed)
{
    public int Processed => Successful + Failed;
}
