using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes.Extraction.Pdf;

/// <summary>Lines of a page that are read together.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="IsSidebar">A narrow column beside a wide one, whose text does not continue into the wide one.</param>
internal sealed record PageBlock(IReadOnlyList<ResumeLine> Lines, bool IsSidebar = false);
