namespace HotGigs.Infrastructure.Resumes.Parsing.Sections;

/// <summary>What a part of a resume is about.</summary>
internal enum SectionKind
{
    /// <summary>Everything above the first heading: name, headline, contact.</summary>
    Header,
    Contact,
    Summary,
    Skills,
    Experience,
    Education,
    Projects,
    Certifications,
    Languages,
    References,
    Other,
}
