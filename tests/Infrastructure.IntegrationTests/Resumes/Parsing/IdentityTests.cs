using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Parsing;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Parsing;

/// <summary>Name, headline and how to reach the person.</summary>
public sealed class IdentityTests
{
    [Theory]
    [InlineData("Jane Doe", "Jane Doe")]
    [InlineData("JANE DOE", "Jane Doe")]
    [InlineData("jane doe", null)]
    [InlineData("DUPONT Jean-Rémi", "Jean-Rémi Dupont")]
    [InlineData("Doe, Jane", "Jane Doe")]
    [InlineData("Jane Doe, PhD", "Jane Doe")]
    [InlineData("JANE Q. DOE, RN, BSN, CCRN", "Jane Q. Doe")]
    [InlineData("Dr. Jane Doe", "Jane Doe")]
    [InlineData("Jane Doe (she/her)", "Jane Doe")]
    [InlineData("Jane Doe | Data Analyst", "Jane Doe")]
    [InlineData("Jane Doe – Data Analyst", "Jane Doe")]
    [InlineData("Name: Jane Doe", "Jane Doe")]
    [InlineData("LUDWIG VAN BEETHOVEN", "Ludwig van Beethoven")]
    [InlineData("Siobhán O'CONNOR", "Siobhán O'Connor")]
    [InlineData("ANGUS MCDONALD", "Angus McDonald")]
    [InlineData("José María de la Cruz", "José María de la Cruz")]
    [InlineData("Анна Волкова", "Анна Волкова")]
    [InlineData("王晓明", "王晓明")]
    [InlineData("김민준", "김민준")]
    [InlineData("Nguyễn Thị Minh Khai", "Nguyễn Thị Minh Khai")]
    public void A_name_is_read_in_normal_capitalisation(string line, string? expected) =>
        Assert.Equal(expected, Parse(line, "x123@example.com", "Experience").FullName);

    [Theory]
    [InlineData("Curriculum Vitae")]
    [InlineData("RESUME")]
    [InlineData("Lebenslauf")]
    [InlineData("Software Engineer")]
    [InlineData("New York, NY")]
    public void What_stands_above_a_name_is_not_taken_for_it(string line) =>
        Assert.Equal("Jane Doe", Parse(line, "Jane Doe", "x123@example.com").FullName);

    [Fact]
    public void The_larger_line_is_the_name()
    {
        var text = new ResumeText([new ResumeLine("Anna Lee", 10), new ResumeLine("Jane Doe", 24), new ResumeLine("some text here", 10)]);

        Assert.Equal("Jane Doe", Parse(text).FullName);
    }

    [Fact]
    public void A_name_on_two_lines_is_joined()
    {
        var text = new ResumeText([new ResumeLine("JANE", 24), new ResumeLine("DOE", 24), new ResumeLine("some text here", 10)]);

        Assert.Equal("Jane Doe", Parse(text).FullName);
    }

    [Fact]
    public void An_address_names_the_person_where_nothing_else_does() =>
        Assert.Equal("Jane Doe", Parse("jane.doe@example.com").FullName);

    [Theory]
    [InlineData("Jane.Doe@Example.com", "jane.doe@example.com")]
    [InlineData("Email:jane@example.co.uk|Phone", "jane@example.co.uk")]
    [InlineData("jane.doe (at) example (dot) com", "jane.doe@example.com")]
    [InlineData("jane [at] example.com", "jane@example.com")]
    [InlineData("jane_doe+cv@mail.example.com.", "jane_doe+cv@mail.example.com")]
    [InlineData("jane.doe@exam\nple.com", "jane.doe@example.com")]
    [InlineData("jane.doe\n@example.com", "jane.doe@example.com")]
    public void An_email_address_is_read(string lines, string expected) =>
        Assert.Equal(expected, Parse(lines.Split('\n')).Email);

    [Fact]
    public void The_address_of_a_referee_is_not_taken_first() =>
        Assert.Equal("jane@example.com", Parse("Jane Doe", "References", "Bob Ray, bob@example.com", "Contact", "jane@example.com").Email);

    [Theory]
    [InlineData("Berlin, Germany", "030 901820", "+49 30 901820")]
    [InlineData("Berlin", "+49 (0) 30 901820", "+49 30 901820")]
    [InlineData("Berlin", "0049 30 901820", "+49 30 901820")]
    [InlineData("Austin, TX", "(512) 555-0148", "+1 512-555-0148")]
    [InlineData("Austin, TX", "512.555.0148", "+1 512-555-0148")]
    [InlineData("Jane Doe", "+44 20 7946 0018", "+44 20 7946 0018")]
    [InlineData("London, UK", "020 7946 0018", "+44 20 7946 0018")]
    [InlineData("Lyon, France", "06.12.34.56.78", "+33 6 12 34 56 78")]
    [InlineData("Mumbai, India", "98450 12345", "+91 98450 12345")]
    [InlineData("Jane Doe", "Phone: 0234 567890", "0234 567890")]
    [InlineData("Jane Doe", "Phone: 703 – 555 – 0142", "+1 703-555-0142")]
    [InlineData("Austin, TX", "Fax: 512-555-0100 Tel: 512-555-0148", "+1 512-555-0148")]
    public void A_phone_number_is_read_for_the_country_it_is_in(string place, string line, string expected) =>
        Assert.Equal(expected, Parse("Jane Doe", place, line).Phone);

    [Theory]
    [InlineData("2015 - 2018")]
    [InlineData("12.04.1984")]
    [InlineData("Hauptstr 19 66113 Saarbrücken")]
    [InlineData("Invoice 12345678901234567")]
    public void Other_digits_are_no_phone_number(string line) => Assert.Null(Parse("Jane Doe", line).Phone);

    [Theory]
    [InlineData("Austin, TX", "Austin, TX")]
    [InlineData("12 Main St, Austin, TX 78701", "Austin, TX")]
    [InlineData("Lindenstraße 14, 10969 Berlin", "Berlin")]
    [InlineData("jane@example.com | Toronto, ON | 416 555 0123", "Toronto, ON")]
    [InlineData("Location: Lagos, Nigeria", "Lagos, Nigeria")]
    [InlineData("Bengaluru, Karnataka, India", "Bengaluru, Karnataka, India")]
    public void A_place_is_read_without_street_and_postal_code(string line, string expected) =>
        Assert.Equal(expected, Parse("Jane Doe", line).Location);

    [Theory]
    [InlineData("Senior Data Analyst", "Senior Data Analyst")]
    [InlineData("REGISTERED NURSE", "Registered Nurse")]
    [InlineData("Projektleiterin Maschinenbau", "Projektleiterin Maschinenbau")]
    public void A_headline_is_the_title(string line, string expected) => Assert.Equal(expected, Parse("Jane Doe", line).Title);

    private static ResumeProfile Parse(params string[] lines) => Parse(Documents.Lines(lines));

    private static ResumeProfile Parse(ResumeText text) => RuleBasedResumeParser.Parse(text, ExpectedProfile.Today);
}
