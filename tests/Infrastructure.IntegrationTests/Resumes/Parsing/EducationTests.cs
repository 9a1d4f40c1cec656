using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Parsing;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Parsing;

/// <summary>Degrees, institutions and dates in any order.</summary>
public sealed class EducationTests
{
    [Theory]
    [InlineData("BSc in Physics, University of Leeds, 2014", "BSc in Physics", "University of Leeds", "2014")]
    [InlineData("University of Leeds, BSc in Physics, 2014", "BSc in Physics", "University of Leeds", "2014")]
    [InlineData("B.S. Physics\t2010 – 2014|MIT", "B.S. Physics", "MIT", "2014")]
    [InlineData("MIT\tCambridge, MA|Bachelor of Science in Physics\tMay 2014", "Bachelor of Science in Physics", "MIT", "2014-05")]
    [InlineData("2010 - 2014|Licence de physique|Université de Nantes", "Licence de physique", "Université de Nantes", "2014")]
    [InlineData("Diplom-Physiker, Universität Leipzig (09/2014)", "Diplom-Physiker", "Universität Leipzig", "2014-09")]
    [InlineData("Máster en Física | Universidad de Granada | 2014", "Máster en Física", "Universidad de Granada", "2014")]
    [InlineData("MBA — INSEAD — 2014", "MBA", "INSEAD", "2014")]
    [InlineData("Ph.D. in Physics, Stanford University (2014)", "Ph.D. in Physics", "Stanford University", "2014")]
    [InlineData("High School Diploma, Lincoln High School, 2014", "High School Diploma", "Lincoln High School", "2014")]
    [InlineData("M.Sc. in Biology: Harbour University, 2014", "M.Sc. in Biology", "Harbour University", "2014")]
    [InlineData("University of Leeds\t2014|MSc|Advanced Computer Science", "MSc, Advanced Computer Science", "University of Leeds", "2014")]
    [InlineData("2014\tShatin College, Year 12 to Year 13", "Year 12 to Year 13", "Shatin College", "2014")]
    [InlineData("2014\tMaster of Computer Science|CINVESTAV - IPN", "Master of Computer Science", "CINVESTAV - IPN", "2014")]
    [InlineData("J.D. University of Oregon College of Law, 2014", "J.D.", "University of Oregon College of Law", "2014")]
    [InlineData("B.Sc. in Physics, National Autonomous University of Harbourland, 2014", "B.Sc. in Physics", "National Autonomous University of Harbourland", "2014")]
    [InlineData("University of Leeds (Leeds, UK)|BSc Physics (June 2014)", "BSc Physics", "University of Leeds", "2014-06")]
    [InlineData("2014\tBSc Physics, Harbour Institute of Physics|and Technology", "BSc Physics", "Harbour Institute of Physics and Technology", "2014")]
    [InlineData("2014\tAbitur, Karlsgymnasium Pasing, Abschlussnote 1,5", "Abitur", "Karlsgymnasium Pasing", "2014")]
    [InlineData("Wesley University\t2014|BA (Philosophy; Music)", "BA (Philosophy; Music)", "Wesley University", "2014")]
    [InlineData("Associate of Applied Science in Nursing|Miami Dade College|2014", "Associate of Applied Science in Nursing", "Miami Dade College", "2014")]
    public void A_degree_is_read_in_any_order(string layout, string name, string institution, string date) =>
        Assert.Equal(new Degree(name, institution, date), Assert.Single(Parse(layout.Split('|')).Education));

    [Theory]
    [InlineData("MSc Physics|University of Leeds|2014|BSc Physics|University of York|2012")]
    [InlineData("University of Leeds|MSc Physics, 2014|University of York|BSc Physics, 2012")]
    [InlineData("2014\tMSc Physics, University of Leeds|2012\tBSc Physics, University of York")]
    [InlineData("BSc Physics, University of York\t2009 – 2012|MSc Physics, University of Leeds\t2012 – 2014")]
    public void Several_degrees_are_kept_apart_latest_first(string layout) => Assert.Equal(
        [new Degree("MSc Physics", "University of Leeds", "2014"), new Degree("BSc Physics", "University of York", "2012")],
        Parse(layout.Split('|')).Education);

    [Fact]
    public void Grades_and_courses_are_no_degrees() =>
        Assert.Single(Parse("BSc Physics, University of York\t2012", "GPA: 3.9/4.0", "Relevant coursework: Master Theorem, School of thought", "Thesis: On bachelors",
            "• specialization: master classes", "• bachelor thesis: Waves", "• supervisor of thesis: Prof. Dr. Moon, Institute of Waves").Education);

    private static ResumeProfile Parse(params string[] lines) =>
        RuleBasedResumeParser.Parse(Documents.Lines(["Jane Doe", "Education", .. lines]), ExpectedProfile.Today);
}
