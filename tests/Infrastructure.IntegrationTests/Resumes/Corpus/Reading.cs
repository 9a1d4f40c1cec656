using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Extraction;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;

/// <summary>Makes what reads documents.</summary>
internal static class Reading
{
    public static ResumeTextExtractor Extractor(ResumeImportOptions? options = null) =>
        new(new ReadingSlots(Options.Create(options ?? new ResumeImportOptions())));
}
