using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>A heading's lines up to the next heading.</summary>
/// <param name="Heading">As written; empty for the header of the document.</param>
internal sealed record Section(SectionKind Kind, string Heading, IReadOnlyList<ResumeLine> Lines);
