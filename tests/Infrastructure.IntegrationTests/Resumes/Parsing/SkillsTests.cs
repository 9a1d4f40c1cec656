using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Parsing;
using HotGigs.Infrastructure.Resumes.Parsing.Skills;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Parsing;

/// <summary>Which words are skills, and where.</summary>
public sealed class SkillsTests
{
    [Fact]
    public void The_taxonomy_knows_the_trades() => Assert.InRange(SkillTaxonomy.Count, 1_500, int.MaxValue);

    [Theory]
    [InlineData("C, C++, C#, .NET, R, Go, Node.js", "C;C++;C#;.NET;R;Go;Node.js")]
    [InlineData("JS / ReactJS / k8s / Postgres", "JavaScript;React;Kubernetes;PostgreSQL")]
    [InlineData("Languages: Python, SQL", "Python;SQL")]
    [InlineData("• Patient Care", "Patient Care")]
    [InlineData("CI/CD, TCP/IP, HTML/CSS", "CI/CD;TCP/IP;HTML;CSS")]
    [InlineData("Excel, Word, Spring, Swift", "Microsoft Excel;Microsoft Word;Spring;Swift")]
    [InlineData("Quilting, Beekeeping", "Quilting;Beekeeping")]
    [InlineData("Buchhaltung, DATEV", "Accounting;DATEV")]
    [InlineData("Amazon Web Services (AWS), Microsoft Azure", "AWS;Microsoft Azure")]
    public void A_skills_section_is_read(string line, string expected) =>
        Assert.Equal(expected.Split(';'), Parse("Skills", line).Skills.Select(skill => skill.Name));

    [Theory]
    [InlineData("Will go the extra mile in spring and excel at research")]
    [InlineData("Swift delivery of C level reports")]
    public void Everyday_words_in_prose_are_no_skills(string line) =>
        Assert.Empty(Parse("Summary", line).Skills);

    [Fact]
    public void Prose_adds_technology_after_the_listed_skills()
    {
        var skills = Parse("Experience", "Engineer, Acme, 2015 - 2018", "• Built services in Python, R and Kafka", "Skills", "Docker").Skills;

        Assert.Equal(["Docker", "Python", "R", "Kafka"], skills.Select(skill => skill.Name));
    }

    [Theory]
    [InlineData("Java (advanced)", "advanced")]
    [InlineData("Java – expert", "expert")]
    [InlineData("Java: Intermediate", "intermediate")]
    [InlineData("Expert in Java", "expert")]
    [InlineData("Java (Grundkenntnisse)", "beginner")]
    [InlineData("Java", null)]
    public void Proficiency_is_kept_where_it_is_written(string line, string? expected) =>
        Assert.Equal(new Skill("Java", "Programming Languages", expected), Assert.Single(Parse("Skills", line).Skills));

    [Fact]
    public void At_most_ten_skills_are_top_and_all_of_them_are_skills()
    {
        var profile = Parse("Skills", "Communication, Java, Python, SQL, Docker, Git, Kafka, Redis, AWS, Linux, Bash, Ruby, PHP");

        Assert.Equal(10, profile.TopSkills.Count);
        Assert.Subset(profile.Skills.Select(skill => skill.Name).ToHashSet(), profile.TopSkills.ToHashSet());
        Assert.DoesNotContain("Communication", profile.TopSkills);
    }

    private static ResumeProfile Parse(params string[] lines) =>
        RuleBasedResumeParser.Parse(Documents.Lines(["Jane Doe", .. lines]), ExpectedProfile.Today);
}
