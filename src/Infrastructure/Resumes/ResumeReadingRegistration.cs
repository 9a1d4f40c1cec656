using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Extraction;
using HotGigs.Infrastructure.Resumes.Parsing;
using HotGigs.Infrastructure.Resumes.Remote;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Registers what turns an uploaded document into a profile.</summary>
public static class ResumeReadingRegistration
{
    /// <summary>
    /// Adds the format sniffer, the text extractor, the parsers that come with the product, and the one of them that
    /// is configured: they keep nothing of a document, hence singletons.
    /// </summary>
    public static IServiceCollection AddResumeReading(this IServiceCollection services) => services
        .AddSingleton<IResumeFormatSniffer, ResumeFormatSniffer>()
        .AddSingleton<ReadingSlots>()
        .AddSingleton<IResumeTextExtractor, ResumeTextExtractor>()
        .AddResumeParser<RuleBasedResumeParser>(RuleBasedResumeParser.Name)
        .AddHttpResumeParser()
        .AddSingleton<IValidateOptions<ResumeImportOptions>, ResumeParserValidator>()
        .AddSingleton(provider => provider.GetRequiredKeyedService<IResumeParser>(
            provider.GetRequiredService<IOptions<ResumeImportOptions>>().Value.Parser));
}
