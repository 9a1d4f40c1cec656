using System.ComponentModel.DataAnnotations;
using HotGigs.Application.Resumes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes.Remote;

/// <summary>Where another program reads resumes, and what is expected of it. Configuration section <c>ResumeImport:Http</c>.</summary>
internal sealed class HttpParserOptions
{
    public const string Section = ResumeImportOptions.Section + ":Http";

    /// <summary>Absolute address that texts are posted to; required where this parser is chosen.</summary>
    public Uri? Url { get; set; }

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
}

internal sealed class HttpParserOptionsValidator(IConfiguration configuration) : IValidateOptions<HttpParserOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpParserOptions options) =>
        configuration[$"{ResumeImportOptions.Section}:{nameof(ResumeImportOptions.Parser)}"] != HttpResumeParser.Name || options.Url is { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{HttpParserOptions.Section}:Url must be an absolute http or https address, since {ResumeImportOptions.Section}:Parser is {HttpResumeParser.Name}.");
}
