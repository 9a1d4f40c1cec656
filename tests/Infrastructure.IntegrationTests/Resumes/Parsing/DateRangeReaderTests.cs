using HotGigs.Infrastructure.Resumes.Parsing.Dates;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Parsing;

/// <summary>The many ways to write a period.</summary>
public sealed class DateRangeReaderTests
{
    [Theory]
    [InlineData("Jan 2020 – Present", "2020-01", null)]
    [InlineData("January 2020 - March 2021", "2020-01", "2021-03")]
    [InlineData("03/2018-11/2021", "2018-03", "2021-11")]
    [InlineData("2015 - 2018", "2015", "2018")]
    [InlineData("2015–18", "2015", "2018")]
    [InlineData("2015/16", "2015", "2016")]
    [InlineData("Sept. 2019 to date", "2019-09", null)]
    [InlineData("since 2020", "2020", null)]
    [InlineData("seit 03/2019", "2019-03", null)]
    [InlineData("Sep ’19 – Oct ’21", "2019-09", "2021-10")]
    [InlineData("2019-04 – 2020-12", "2019-04", "2020-12")]
    [InlineData("Jan – Mar 2020", "2020-01", "2020-03")]
    [InlineData("01.04.2018 – 30.06.2020", "2018-04", "2020-06")]
    [InlineData("04.2018 bis heute", "2018-04", null)]
    [InlineData("März 2017 – Dezember 2018", "2017-03", "2018-12")]
    [InlineData("février 2014 – août 2019", "2014-02", "2019-08")]
    [InlineData("septembre 2019 à aujourd’hui", "2019-09", null)]
    [InlineData("depuis juillet 2021", "2021-07", null)]
    [InlineData("enero de 2016 – actualidad", "2016-01", null)]
    [InlineData("junio de 2012 a diciembre de 2015", "2012-06", "2015-12")]
    [InlineData("2019年4月 – 至今", "2019-04", null)]
    [InlineData("2012年4月 ～ 2018年3月", "2012-04", "2018-03")]
    [InlineData("03.2020 – настоящее время", "2020-03", null)]
    [InlineData("Summer 2018 – Fall 2019", "2018-06", "2019-09")]
    [InlineData("Engineer, Acme (Mar 2012 through Apr 2014)", "2012-03", "2014-04")]
    [InlineData("June 15, 2018 - May 1, 2020", "2018-06", "2020-05")]
    [InlineData("MAY 2016 — CURRENT", "2016-05", null)]
    [InlineData("07/15 - 09/17", "2015-07", "2017-09")]
    public void A_period_is_read(string text, string start, string? end)
    {
        var range = DateRangeReader.FindRange(text)?.Range;

        Assert.Equal(start, range?.Start.ToString());
        Assert.Equal(end, range?.End?.ToString());
        Assert.Equal(end is null, range?.IsCurrent);
    }

    [Theory]
    [InlineData("Grew revenue by 2015 dollars in 3-4 weeks")]
    [InlineData("+49 30 2015 2018")]
    [InlineData("Served 2019 customers")]
    [InlineData("no digits at all")]
    public void What_is_no_period_is_left_alone(string text) => Assert.Null(DateRangeReader.FindRange(text));

    [Theory]
    [InlineData("Bachelor of Arts, May 2014", "2014-05")]
    [InlineData("2013 : Diplôme", "2013")]
    [InlineData("Graduated 06/2011", "2011-06")]
    public void A_single_date_is_read(string text, string expected) =>
        Assert.Equal(expected, DateRangeReader.FindSingle(text)?.Range.End.ToString());

    [Fact]
    public void A_line_without_its_period_keeps_the_rest() =>
        Assert.Equal("Engineer, Acme\tBerlin", DateRangeReader.Find("Engineer, Acme (2015 – 2018) Berlin")?.Remove("Engineer, Acme (2015 – 2018) Berlin"));
}
