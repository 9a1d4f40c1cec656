using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>What stands below a heading, up to the next one.</summary>
internal sealed record Section(SectionKind Kind, IReadOnlyList<ResumeLine> Lines);
