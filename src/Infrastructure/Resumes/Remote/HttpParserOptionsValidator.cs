using HotGigs.Application.Resumes;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes.Remote;

/// <summary>Lets the server not start with a parser that it cannot ask, or not safely, or not in time.</summary>
internal sealed class HttpParserOptionsValidator(IOptions<ResumeImportOptions> import) : IValidateOptions<HttpParserOptions>
{
    // For starting the work and ending it, so that it is not the document that is said to take too long.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, HttpParserOptions options)
    {
        try
        {
            if (import.Value.Parser != HttpResumeParser.Name)
                return ValidateOptionsResult.Success;
            var faults = Faults(options, import.Value.ReadTimeout - Margin).ToList();
            return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
        }
        catch (OptionsValidationException)
        {
            // Those options tell their faults themselves: once is enough.
            return ValidateOptionsResult.Skip;
        }
    }

    private static IEnumerable<string> Faults(HttpParserOptions options, TimeSpan limit)
    {
        if (options.Url is not { IsAbsoluteUri: true, Scheme: "http" or "https" } url)
            yield return $"{HttpParserOptions.Section}:Url must be an absolute http or https address, since {ResumeImportOptions.Section}:Parser is {HttpResumeParser.Name}.";
        else if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback && !options.AllowPlainHttp)
            yield return $"{HttpParserOptions.Section}:Url must be an address with https; for http to another machine set {HttpParserOptions.Section}:AllowPlainHttp.";

        if (options.TotalTime > limit)
        {
            yield return $"{HttpParserOptions.Section}:Timeout and Retries add up to {options.TotalTime} with the pauses between; "
                + $"{ResumeImportOptions.Section}:ReadTimeout leaves {limit}.";
        }
    }
}
