using System.ComponentModel.DataAnnotations;

namespace HotGigs.Application.GoogleDrive;

/// <summary>How Google Drive is reached and how folders are synchronised. Configuration section <c>GoogleDrive</c>.</summary>
public sealed class GoogleDriveOptions
{
    public const string Section = "GoogleDrive";

    /// <summary>The OAuth client of this server at Google. Without one there is no Google Drive.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>The page to which Google sends users back, as it is registered there.</summary>
    public string? RedirectUri { get; set; }

    /// <summary>Where users are asked for their consent.</summary>
    [Required]
    public string AuthBase { get; set; } = "https://accounts.google.com";

    /// <summary>Where codes and tokens are exchanged and revoked.</summary>
    [Required]
    public string TokenBase { get; set; } = "https://oauth2.googleapis.com";

    /// <summary>Where the Drive API is.</summary>
    [Required]
    public string ApiBase { get; set; } = "https://www.googleapis.com";

    /// <summary>How long a user may take to give their consent.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether a user may come back without a state, to their latest consent, as old clients do. Then PKCE alone tells a foreign code.</summary>
    public bool AllowMissingState { get; set; } = true;

    /// <summary>Files that are listed with one request.</summary>
    [Range(1, 1_000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Files that a run fetches in one turn at most; then other folders have theirs, and it goes on.</summary>
    [Range(1, 100_000)]
    public int MaxFilesPerRun { get; set; } = 1_000;

    /// <summary>Folders that one user may have.</summary>
    [Range(1, 1_000)]
    public int MaxSyncsPerUser { get; set; } = 50;

    /// <summary>How many folders a server synchronises at the same time.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 2;

    /// <summary>How many files of a folder are fetched at the same time.</summary>
    [Range(1, 20)]
    public int Downloads { get; set; } = 4;

    /// <summary>How long Google may take to begin its answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long fetching one file may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a request is repeated that failed for a reason that passes.</summary>
    [Range(1, 10)]
    public int MaxRetries { get; set; } = 4;

    /// <summary>The first pause before a repetition; twice as long before each further one, more or less at random.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause that is waited for in place. Where Google asks for a longer one, the run is put off.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a server holds a sync without a sign of life; also how long a run stays behind whose server was killed.</summary>
    [Range(typeof(TimeSpan), "00:00:03", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often idle workers look for syncs that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long a run that failed is tried again; three times as long after each further failure.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan RunRetryDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many failed attempts a run is given up until the next one.</summary>
    [Range(1, 20)]
    public int MaxRunAttempts { get; set; } = 5;

    public bool IsConfigured => !string.IsNullOrEmpty(ClientId);
}
