using System.Text.RegularExpressions;
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
    // A hundred pages. Some readers look from each line at others, so that their time grows faster than the text.
    private const int MaxLines = 5_000;
    private const int MaxCharacters = 500_000;

    /// <summary>The name by which configuration chooses it.</summary>
    public const string Name = "rules";

    public Task<ResumeProfile> ParseAsync(ResumeText text, DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult(Parse(text, today));

    /// <exception cref="UnreadableResumeException">The text is made to be slow to read.</exception>
    public static ResumeProfile Parse(ResumeText text, DateOnly today)
    {
        try
        {
            return Read([.. SectionSplitter.Split([.. Bound(text.Lines)]).Select(EuropassForm.Simplify)], today);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            throw new UnreadableResumeException("Reading this document takes too long. Save it as a new PDF or DOCX and upload that.", timeout);
        }
    }

    private static IEnumerable<ResumeLine> Bound(IEnumerable<ResumeLine> lines)
    {
        var left = MaxCharacters;
        return lines.Take(MaxLines).TakeWhile(line => (left -= line.Text.Length) >= 0);
    }

    private static ResumeProfile Read(IReadOnlyList<Section> sections, DateOnly today)
    {
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
