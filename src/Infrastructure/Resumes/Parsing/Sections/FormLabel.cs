namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>What a row of the Europass form holds.</summary>
internal enum FormLabel
{
    Period,
    Employer,
    Title,
    School,
    Degree,
    Duties,
    Other,
}
