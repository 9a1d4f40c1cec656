using HotGigs.Infrastructure.Resumes.Text;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Text;

/// <summary>Accents that a font sets apart from their letters.</summary>
public sealed class DetachedAccentsTests
{
    [Theory]
    [InlineData("Elsab´e", "Elsabé")]
    [InlineData("D¨usseldorf", "Düsseldorf")]
    [InlineData("Mu¨nchen", "München")]
    [InlineData("Peter-H¨artling-Schule", "Peter-Härtling-Schule")]
    [InlineData("interfa¸cage", "interfaçage")]
    [InlineData("Espa˜na", "España")]
    [InlineData("Syst`eme", "Système")]
    [InlineData("D´eveloppeur `a l’amélioration", "Développeur à l’amélioration")]
    public void They_are_put_back_on_the_letters_that_bear_them(string line, string expected) => Assert.Equal(expected, Attach(line));

    [Theory]
    [InlineData("l´offre", "l’offre")]
    [InlineData("L´Université", "L’Université")]
    [InlineData("qu´un", "qu’un")]
    [InlineData("aujourd´hui", "aujourd´hui")]
    public void One_that_is_typed_for_an_apostrophe_is_none(string line, string expected) => Assert.Equal(expected, Attach(line));

    [Fact]
    public void What_an_acute_is_shows_in_the_other_lines()
    {
        Assert.Equal("Développeur", Attach("D´eveloppeur", "Ing´enieur"));
        Assert.Equal("D’entreprise", Attach("D´entreprise", "Ingénieur"));
    }

    [Theory]
    [InlineData("`a` and `b`")]
    [InlineData("`echo`")]
    [InlineData("~ 50 ¨")]
    public void Signs_beside_no_letter_that_could_bear_them_stay(string line) => Assert.Equal(line, Attach(line));

    private static string Attach(string line, params string[] others) => DetachedAccents.Of([line, .. others]).Attach(line);
}
