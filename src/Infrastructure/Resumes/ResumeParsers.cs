using HotGigs.Application.Resumes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Adds parsers under the names by which configuration chooses one of them.</summary>
public static class ResumeParsers
{
    /// <summary>Adds a parser that <c>ResumeImport:Parser</c> may name; a name that is taken is an error.</summary>
    public static IServiceCollection AddResumeParser<TParser>(this IServiceCollection services, string name)
        where TParser : class, IResumeParser
    {
        if (services.Any(service => service.IsKeyedService && service.ServiceType == typeof(IResumeParser) && Equals(service.ServiceKey, name)))
            throw new InvalidOperationException($"There is a resume parser named {name} already.");
        return services
            .AddKeyedSingleton<IResumeParser, TParser>(name)
            .AddSingleton(new ResumeParserName(name));
    }
}

internal sealed record ResumeParserName(string Value);

/// <summary>Lets the server not start with a parser that nobody has added.</summary>
internal sealed class ResumeParserValidator(IEnumerable<ResumeParserName> known) : IValidateOptions<ResumeImportOptions>
{
    public ValidateOptionsResult Validate(string? name, ResumeImportOptions options) =>
        known.Any(parser => parser.Value == options.Parser)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{ResumeImportOptions.Section}:Parser is \"{options.Parser}\"; known are {string.Join(", ", known.Select(parser => parser.Value))}.");
}
