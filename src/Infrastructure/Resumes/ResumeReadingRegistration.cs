using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Extraction;
using HotGigs.Infrastructure.Resumes.Parsing;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Registers what turns an uploaded document into a profile.</summary>
public static class ResumeReadingRegistration
{
    /// <summary>Adds the format sniffer, the text extractor and the parser: they keep nothing of a document, hence singletons.</summary>
    public static IServiceCollection AddResumeReading(this IServiceCollection services) => services
        .AddSingleton<IResumeFormatSniffer, ResumeFormatSniffer>()
        .AddSingleton<ReadingSlots>()
        .AddSingleton<IResumeTextExtractor, ResumeTextExtractor>()
        .AddSingleton<IResumeParser, RuleBasedResumeParser>();
}
