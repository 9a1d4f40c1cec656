using System.ComponentModel.DataAnnotations;

namespace HotGigs.Application.Resumes;

/// <summary>How resumes are taken in and processed. Configuration section <c>ResumeImport</c>.</summary>
public sealed class ResumeImportOptions
{
    public const string Section = "ResumeImport";

    /// <summary>Longest time that an upload may take. Files that belong to no resume for longer were left behind by a killed server.</summary>
    public static readonly TimeSpan MaxUploadTime = TimeSpan.FromHours(6);

    /// <summary>Folder in which uploaded documents are kept; relative to the data folder.</summary>
    [Required]
    public string Folder { get; set; } = "resumes";

    /// <summary>Largest file in bytes.</summary>
    [Range(1, 1L << 30)]
    public long MaxFileSize { get; set; } = 10 * 1024 * 1024;

    /// <summary>Largest number of files in a bulk upload, those in archives included.</summary>
    [Range(1, 100_000)]
    public int MaxBatchFiles { get; set; } = 1_000;

    /// <summary>Largest bulk upload in bytes, before and after archives are unpacked.</summary>
    [Range(1, 1L << 40)]
    public long MaxBatchSize { get; set; } = 2L << 30;

    /// <summary>How many resumes a server processes at the same time.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>How long a worker holds a resume without a sign of life; also how long one stays behind whose server was killed.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often idle workers look for resumes that others left behind.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Name of the parser that reads the text of a document: <c>rules</c>, <c>http</c>, or one that was added.</summary>
    [Required]
    public string Parser { get; set; } = "rules";

    /// <summary>Longest time that reading one document may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How soon a resume is tried again at the earliest whose parser is not available. It waits longer as the outage goes on.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ParserRetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long after its first try a resume fails whose parser is still not available.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan MaxParserOutage { get; set; } = TimeSpan.FromDays(1);
}
