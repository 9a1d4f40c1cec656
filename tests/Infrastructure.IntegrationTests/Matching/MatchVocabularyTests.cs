using HotGigs.Domain.Jobs;
using HotGigs.Infrastructure.Matching;

namespace HotGigs.Infrastructure.IntegrationTests.Matching;

/// <summary>What words in jobs and resumes mean.</summary>
public sealed class MatchVocabularyTests
{
    private readonly MatchVocabulary vocabulary = new();

    [Theory]
    [InlineData("JS", "JavaScript")]
    [InlineData("k8s", "Kubernetes")]
    [InlineData("c sharp", "C#")]
    [InlineData("Postgres", "PostgreSQL")]
    [InlineData("golang", "Go")]
    [InlineData("  react.js ", "React")]
    [InlineData("Rapid  Blending", "rapid blending")]
    [InlineData("Pâtisserie", "PATISSERIE")]
    public void Wordings_of_one_skill_are_the_same(string one, string other) =>
        Assert.Equal(vocabulary.SkillKey(one), vocabulary.SkillKey(other));

    [Theory]
    [InlineData("C", "C#")]
    [InlineData("C#", "C++")]
    [InlineData("Java", "JavaScript")]
    [InlineData("♥", "♦")]
    [InlineData("React", "React Native")]
    public void Different_skills_stay_apart(string one, string other) =>
        Assert.NotEqual(vocabulary.SkillKey(one), vocabulary.SkillKey(other));

    [Theory]
    [InlineData("PhD in Physics", EducationLevel.Doctorate)]
    [InlineData("Dr. rer. nat.", EducationLevel.Doctorate)]
    [InlineData("Doctorat en chimie", EducationLevel.Doctorate)]
    [InlineData("博士 計算機科学", EducationLevel.Doctorate)]
    [InlineData("Master of Science in Informatics", EducationLevel.Master)]
    [InlineData("M.Sc. Informatik", EducationLevel.Master)]
    [InlineData("MBA", EducationLevel.Master)]
    [InlineData("Diplom-Informatiker (FH)", EducationLevel.Master)]
    [InlineData("Dipl.-Ing. Maschinenbau", EducationLevel.Master)]
    [InlineData("Diplôme d’ingénieur", EducationLevel.Master)]
    [InlineData("Máster en Dirección", EducationLevel.Master)]
    [InlineData("Магистр экономики", EducationLevel.Master)]
    [InlineData("Bachelor of Science in Computer Science", EducationLevel.Bachelor)]
    [InlineData("Bachelor's degree", EducationLevel.Bachelor)]
    [InlineData("B.Tech Computer Science", EducationLevel.Bachelor)]
    [InlineData("Licence en Gestion", EducationLevel.Bachelor)]
    [InlineData("Grado en Enfermería", EducationLevel.Bachelor)]
    [InlineData("学士（工学）", EducationLevel.Bachelor)]
    [InlineData("Associate of Applied Science", EducationLevel.Associate)]
    [InlineData("BTS Comptabilité et Gestion", EducationLevel.Associate)]
    [InlineData("High School Diploma", EducationLevel.None)]
    [InlineData("Abitur", EducationLevel.None)]
    [InlineData("Ausbildung zum Kaufmann", EducationLevel.None)]
    [InlineData("Diploma in Accounting", null)]
    [InlineData("Certificate in Project Management", null)]
    [InlineData("Computer Science", null)]
    public void Degrees_have_their_level_in_many_languages(string degree, EducationLevel? level) =>
        Assert.Equal(level, vocabulary.EducationOf(degree));

    [Theory]
    [InlineData("Berlin, Germany", "berlin", null, "DE")]
    [InlineData("10115 Berlin, Deutschland", "berlin", null, "DE")]
    [InlineData("München", "munich", null, "DE")]
    [InlineData("Austin, TX", "austin", "texas", "US")]
    [InlineData("Austin, Texas, USA", "austin", "texas", "US")]
    [InlineData("Austin TX 78701", "austin", "texas", "US")]
    [InlineData("New York", "new york", null, "US")]
    [InlineData("New York, NY", "new york", "new york", "US")]
    [InlineData("Atlanta, Georgia", "atlanta", "georgia", "US")]
    [InlineData("Tbilisi, Georgia", "tbilisi", null, "GE")]
    [InlineData("Germany", null, null, "DE")]
    [InlineData("California", null, "california", "US")]
    [InlineData("Hybrid – London, United Kingdom", "london", null, "GB")]
    [InlineData("Little Nowhere", "little nowhere", null, null)]
    public void Places_have_their_city_region_and_country(string text, string? city, string? region, string? country)
    {
        var place = vocabulary.PlaceOf(text);

        Assert.Equal((city, region, country, false), (place.City, place.Region, place.Country, place.IsRemote));
        Assert.Equal(text, place.Text);
    }

    [Theory]
    [InlineData("Remote", true)]
    [InlineData("Remote (Germany)", true)]
    [InlineData("Berlin or remote", true)]
    [InlineData("Home-Office", true)]
    [InlineData("Télétravail", true)]
    [InlineData("Berlin, not remote", false)]
    [InlineData("Berlin", false)]
    public void Work_from_anywhere_is_recognised(string text, bool remote) =>
        Assert.Equal(remote, vocabulary.PlaceOf(text).IsRemote);

    [Theory]
    [InlineData("Köln, Deutschland", "Cologne, Germany")]
    [InlineData("Wien", "Vienna, Austria")]
    [InlineData("東京都", "Tokyo, Japan")]
    [InlineData("NYC", "New York, NY")]
    [InlineData("Bengaluru, India", "Bangalore")]
    public void A_city_is_the_same_under_its_other_names(string home, string job) =>
        Assert.True(vocabulary.PlaceOf(home).IsWithin(vocabulary.PlaceOf(job)));

    [Theory]
    [InlineData("")]
    [InlineData(" , / ")]
    [InlineData("12345")]
    public void A_text_without_a_place_is_a_place_unknown(string text) => Assert.False(vocabulary.PlaceOf(text).IsKnown);
}
