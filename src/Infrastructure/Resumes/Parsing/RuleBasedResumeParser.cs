using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Contact;
using HotGigs.Infrastructure.Resumes.Parsing.Education;
using HotGigs.Infrastructure.Resumes.Parsing.Experience;
using HotGigs.Infrastructure.Resumes.Parsing.Identity;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;
using HotGigs.Infrastructure.Resumes.Parsing.Skills;

namespace HotGigs.Infrastructure.Resumes.Parsing;

/// <summary>
/// Reads a resume by rules and word lists: cut into sections, each read by a reader of its own. No service is
/// called and nothing is learnt, so the same document always gives the same profile.
/// </summary>
internal sealed class RuleBasedResumeParser : IResumeParser
{
    public ResumeProfile Parse(ResumeText text, DateOnly today)
    {
        var sections = SectionSplitter.Split(text.Lines);
        var contact = ContactReader.Read(sections);
        var positions = ExperienceReader.Read(sections);
        var experience = positions.Select(position => position.Position).ToList();
        var summary = SummaryReader.Read(sections);
        var skills = SkillsReader.Read(sections);
        var name = NameReader.Read(sections, contact.Email);
        return new ResumeProfile
        {
            FullName = name,
            Email = contact.Email,
            Phone = contact.Phone,
            Location = contact.Location,
            Title = TitleReader.Read(sections, name, experience),
            Summary = summary,
            Skills = skills,
            TopSkills = SkillsReader.Top(skills),
            Experience = experience,
            Education = EducationReader.Read(sections),
            TotalExperienceYears = ExperienceYears.Count(
                positions.Select(position => position.Period).OfType<Dates.DateRange>(), summary, today),
        };
    }
}
