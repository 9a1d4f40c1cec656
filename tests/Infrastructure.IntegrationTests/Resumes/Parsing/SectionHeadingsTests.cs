using HotGigs.Application.Resumes;
using HotGigs.Infrastructure.Resumes.Parsing.Sections;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Parsing;

/// <summary>Which lines open a section.</summary>
public sealed class SectionHeadingsTests
{
    [Theory]
    [InlineData("WORK EXPERIENCE", "Experience")]
    [InlineData("Work Experience:", "Experience")]
    [InlineData("W O R K E X P E R I E N C E", "Experience")]
    [InlineData("Berufserfahrung", "Experience")]
    [InlineData("Expériences professionnelles", "Experience")]
    [InlineData("Experiencia laboral", "Experience")]
    [InlineData("Employment History (selected)", "Experience")]
    [InlineData("2. Education", "Education")]
    [InlineData("Education & Certifications", "Education")]
    [InlineData("Formation", "Education")]
    [InlineData("Skills / Tools", "Skills")]
    [InlineData("Compétences techniques", "Skills")]
    [InlineData("EDV-Kenntnisse", "Skills")]
    [InlineData("Über mich", "Summary")]
    [InlineData("2 Berufserfahrung", "Experience")]
    [InlineData("— Interests —", "Other")]
    [InlineData("スキル", "Skills")]
    [InlineData("Опыт работы", "Experience")]
    public void A_heading_is_known_in_its_many_wordings(string line, string kind) =>
        Assert.Equal(kind, SectionHeadings.KindOf(line)?.ToString());

    [Fact]
    public void An_unknown_wording_is_told_by_its_last_word() =>
        Assert.Equal("Experience", SectionHeadings.HintOf("Selected Engineering Experience")?.ToString());

    [Theory]
    [InlineData("Parcours professionnel académique", "Experience")]
    [InlineData("Conhecimentos técnicos", "Skills")]
    public void An_unknown_wording_is_told_by_its_first_word_where_the_noun_comes_first(string line, string kind) =>
        Assert.Equal(kind, SectionHeadings.HintOf(line)?.ToString());

    [Fact]
    public void A_line_of_the_size_of_all_headings_ends_a_section_whatever_it_says()
    {
        ResumeLine[] lines =
        [
            new("Jane Doe", 24, false), new("Experience", 14, false), new("Analyst, Acme Corp, 2018 – 2020", 10, false),
            new("Education", 14, false), new("BSc Physics, University of Leeds, 2014", 10, false),
            new("Fairs and Regattas", 14, false), new("2016\tSouthport Academy Cup", 10, false),
        ];

        Assert.Equal([SectionKind.Header, SectionKind.Experience, SectionKind.Education, SectionKind.Other], SectionSplitter.Split(lines).Select(section => section.Kind));
    }

    [Fact]
    public void A_company_named_like_a_heading_opens_no_section_where_headings_are_larger()
    {
        ResumeLine[] lines =
        [
            new("Jane Doe", 24, true), new("Experience", 16, true), new("Acme Corp\t2018 – 2020", 10, true), new("Analyst", 10),
            new("Higher Education\t2014 – 2018", 10, true), new("Lecturer", 10), new("Skills", 16, true), new("Statistics", 10),
        ];

        Assert.Equal([SectionKind.Header, SectionKind.Experience, SectionKind.Skills], SectionSplitter.Split(lines).Select(section => section.Kind));
    }

    [Fact]
    public void Headings_of_which_only_the_noun_is_known_count_where_they_are_set_like_headings()
    {
        ResumeLine[] lines =
        [
            new("Jane Doe", 24, true), new("Cursus Universitaire", 14, true), new("2014\tLicence de physique, Université de Nantes", 10),
            new("Parcours Professionnel Académique", 14, true), new("2018 – 2020\tAnalyste chez Acme", 10),
        ];

        Assert.Equal([SectionKind.Header, SectionKind.Education, SectionKind.Experience], SectionSplitter.Split(lines).Select(section => section.Kind));
    }

    [Theory]
    [InlineData("Experienced engineer")]
    [InlineData("Tools: Git, Maven")]
    [InlineData("Jane Doe")]
    [InlineData("")]
    public void Other_lines_are_none(string line) => Assert.Null(SectionHeadings.KindOf(line));
}
