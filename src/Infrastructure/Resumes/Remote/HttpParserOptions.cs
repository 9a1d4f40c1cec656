using System.ComponentModel.DataAnnotations;
using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Remote;

/// <summary>Where another program reads resumes, and what is expected of it. Configuration section <c>ResumeImport:Http</c>.</summary>
internal sealed class HttpParserOptions
{
    /// <summary>Longest time between two attempts.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    public const string Section = ResumeImportOptions.Section + ":Http";

    /// <summary>Absolute address that texts are posted to; required where this parser is chosen.</summary>
    public Uri? Url { get; set; }

    /// <summary>Whether texts and the token may go over http to another machine: for an address within a network that is safe.</summary>
    public bool AllowPlainHttp { get; set; }

    /// <summary>Sent as a bearer token with each text.</summary>
    public string? Token { get; set; }

    /// <summary>Longest time of one attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a text is sent again where the first attempt met no answer, 429 or 5xx.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 2;

    /// <summary>Longest answer in bytes.</summary>
    [Range(1024, 1 << 24)]
    public int MaxAnswerSize { get; set; } = 1 << 20;

    /// <summary>Longest time of all attempts and the pauses between them.</summary>
    public TimeSpan TotalTime => (Timeout * (Retries + 1)) + (LongestPause * Retries);
}
