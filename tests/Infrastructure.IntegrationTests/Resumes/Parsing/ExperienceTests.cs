using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using HotGigs.Infrastructure.Resumes.Parsing;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes.Parsing;

/// <summary>The many layouts of a work history.</summary>
public sealed class ExperienceTests
{
    [Theory]
    [InlineData("Data Analyst, Acme Corp\tJan 2020 – Mar 2021")]
    [InlineData("Data Analyst\tJan 2020 – Mar 2021|Acme Corp")]
    [InlineData("Acme Corp\tJan 2020 – Mar 2021|Data Analyst")]
    [InlineData("Acme Corp|Data Analyst|Jan 2020 – Mar 2021")]
    [InlineData("Data Analyst|Acme Corp|Jan 2020 – Mar 2021")]
    [InlineData("Data Analyst at Acme Corp|01/2020 - 03/2021")]
    [InlineData("Acme Corp — Data Analyst (Jan 2020 – Mar 2021)")]
    [InlineData("Jan 2020 – Mar 2021\tData Analyst, Acme Corp")]
    [InlineData("Jan 2020 – Mar 2021|Data Analyst|Acme Corp")]
    [InlineData("2020-01 – 2021-03: Data Analyst – Acme Corp")]
    [InlineData("Company: Acme Corp|Role: Data Analyst|Duration: Jan 2020 to Mar 2021")]
    [InlineData("Data Analyst @ Acme Corp, Jan 2020 – Mar 2021")]
    [InlineData("Data Analyst · Acme Corp · Full-time|Jan 2020 – Mar 2021 · 1 yr 3 mos")]
    [InlineData("• Data Analyst, Acme Corp, Jan 2020 – Mar 2021")]
    [InlineData("Jan 2020 – Mar 2021 Temps plein|Acme Corp– Lille, France|Data Analyst")]
    [InlineData("Jan 2020 – Mar 2021\tAcme Corp, Toulouse, Data Analyst")]
    [InlineData("Jan 2020 – Mar 2021\tData Analyst at Acme Corp, Hong Kong")]
    [InlineData("Acme Corp\tJan 2020 – Mar 2021|Data Analyst: Centre for Weather")]
    public void A_position_is_read_in_any_layout(string layout)
    {
        var position = Assert.Single(Parse([.. layout.Split('|'), "• Wrote reports for the whole company."]).Experience);

        Assert.Equal(("Data Analyst", "Acme Corp", "2020-01", "2021-03", false),
            (position.Title, position.Company, position.StartDate, position.EndDate, position.Current));
    }

    [Theory]
    [InlineData("Data Analyst, Acme Corp, Austin, TX\t2015 – 2018")]
    [InlineData("Data Analyst\t2015 – 2018|Acme Corp\tAustin, TX")]
    [InlineData("Acme Corp, Austin, TX|Data Analyst\t2015 – 2018")]
    [InlineData("Acme Corp — Austin, TX|Data Analyst — 2015 – 2018")]
    public void The_place_of_a_position_is_kept_apart(string layout)
    {
        var position = Assert.Single(Parse(layout.Split('|')).Experience);

        Assert.Equal(("Data Analyst", "Acme Corp", "Austin, TX"), (position.Title, position.Company, position.Location));
    }

    [Fact]
    public void Positions_under_one_company_share_it()
    {
        var positions = Parse(
            "Acme Corp", "Senior Analyst\t2018 – Present", "• Leads.", "Data Analyst\t2015 – 2018", "• Analyses.",
            "Other Ltd", "Intern\t2014 – 2015", "• Helped.").Experience;

        Assert.Equal(["Acme Corp", "Acme Corp", "Other Ltd"], positions.Select(position => position.Company));
        Assert.Equal(["Senior Analyst", "Data Analyst", "Intern"], positions.Select(position => position.Title));
    }

    [Fact]
    public void Unknown_words_are_assigned_in_the_order_of_the_other_positions()
    {
        var positions = Parse(
            "Acme Corp | Data Analyst | 2018 – 2020", "• A.", "Initech Ltd | Programmer | 2015 – 2018", "• B.", "Zyx | Wizard | 2014 – 2015").Experience;

        Assert.Equal(("Wizard", "Zyx"), (positions[2].Title, positions[2].Company));
    }

    [Fact]
    public void A_comma_parts_no_title_where_companies_stand_on_lines_of_their_own()
    {
        var positions = Parse(
            "Web Developer\t2016 – 2018", "Fireside Creative", "• A.", "Designer, Team Falcon\t2013 – 2016", "Branding Brand", "• B.",
            "Web Developer\t2011 – 2013", "Songhill", "• C.", "Web Developer\t2008 – 2011", "Skydeal", "• D.").Experience;

        Assert.Equal(("Designer, Team Falcon", "Branding Brand"), (positions[1].Title, positions[1].Company));
    }

    [Fact]
    public void A_misleading_word_does_not_outweigh_the_order_of_all_other_positions()
    {
        var positions = Parse(
            "Builder Homes\t2019 – 2021", "Groundwork", "• A.", "Acme Ltd\t2017 – 2019", "Data Analyst", "• B.",
            "Initech Ltd\t2015 – 2017", "Programmer", "• C.", "Zenith Bank\t2013 – 2015", "Cashier", "• D.").Experience;

        Assert.Equal(("Groundwork", "Builder Homes"), (positions[0].Title, positions[0].Company));
    }

    [Theory]
    [InlineData("• Data Analyst (2018 – 2020)|• Acme Unlimited|• Wrote reports for all.|• Cashier (2015 – 2018)|• Corner Shop|• Sold bread for all.")]
    [InlineData("• Acme Unlimited|Data Analyst (2018 – 2020)|• Corner Shop:|Cashier (2015 – 2018)")]
    public void Headings_that_are_items_of_a_list_are_read_like_others(string layout) =>
        Assert.Equal([("Data Analyst", "Acme Unlimited"), ("Cashier", "Corner Shop")], Parse(layout.Split('|')).Experience.Select(position => (position.Title, position.Company)));

    [Fact]
    public void Gaps_within_a_bold_heading_do_not_tear_it()
    {
        ResumeLine[] lines =
        [
            new("Jane Doe", 20, true), new("Work Experience", 16, true),
            new("Acme Unlimited", 12, true), new("Data Analyst", 10), new("2018 – 2020", 10), new("• Wrote reports.", 10), new(""),
            new("Corner Shop", 12, true), new(""), new("Cashier", 10), new(""), new("2015 – 2018", 10), new(""), new("• Sold bread.", 10),
        ];

        Assert.Equal([("Data Analyst", "Acme Unlimited"), ("Cashier", "Corner Shop")],
            RuleBasedResumeParser.Parse(new ResumeText(lines), ExpectedProfile.Today).Experience.Select(position => (position.Title, position.Company)));
    }

    [Fact]
    public void Projects_with_dates_belong_to_the_position_above() =>
        Assert.Equal("Acme Corp", Assert.Single(Parse("Programmer, Acme Corp\t2018 – 2022", "• Wrote software.", "Project: Billing (2019 – 2020)", "• Wrote bills.").Experience).Company);

    [Fact]
    public void A_job_named_after_projects_is_a_position_of_its_own() =>
        Assert.Equal(2, Parse("Programmer, Acme Corp\t2018 – 2022", "• Wrote software.", "Project-Based Analyst, Other Ltd\t2015 – 2018", "• Wrote bills.").Experience.Count);

    [Fact]
    public void Schools_among_the_jobs_are_no_jobs()
    {
        var positions = Parse("2006 – 2013\tRiver Gymnasium", "2013 – 2015\tCashier bei Corner Shop", "2015 – 2017\tHochschule Hofheim", "2017 – 2019\tProgrammer bei Acme GmbH").Experience;

        Assert.Equal(["Acme GmbH", "Corner Shop"], positions.Select(position => position.Company));
    }

    [Theory]
    [InlineData("Praktikum im Auktionshaus Weber\t2014", "Praktikum", "Auktionshaus Weber")]
    [InlineData("Kundin AG\t2014|Mitarbeiterin im Einkauf", "Mitarbeiterin im Einkauf", "Kundin AG")]
    public void A_job_within_a_house_names_its_employer_but_not_its_department(string layout, string title, string company)
    {
        var position = Assert.Single(Parse(layout.Split('|')).Experience);

        Assert.Equal((title, company), (position.Title, position.Company));
    }

    [Fact]
    public void The_rows_of_the_Europass_form_are_told_by_their_labels()
    {
        var profile = Parse(
            "Datum (von-bis)\t2005-01 bis heute", "Name und Adresse des\tBrandt GmbH & Co. KG, Schulstraße", "Arbeitgebers\t8, 35216 Biedenkopf",
            "Tätigkeitsbereich oder Branche\tSoftware", "Beruf oder Funktion\tSachbearbeiter, Leiter Einkauf", "Datum (von-bis)\t1995-08 bis 1996-08",
            "Name und Adresse des\tHaus Sonnenblick, Rolfesstraße 40", "Arbeitgebers", "Beruf oder Funktion\tZivildienstleistender", "Schul- und Berufsbildung",
            "Datum (von-bis)\t1996-10 bis 2001-05", "Name und Art der Bildungs- oder Ausbildungseinrichtung\tUniversität Marburg, Hessen", "Hauptfächer\tVolkswirtschaft",
            "Erworbene Qualifikation\tDiplom-Volkswirt");

        Assert.Equal([("Sachbearbeiter, Leiter Einkauf", "Brandt GmbH & Co. KG"), ("Zivildienstleistender", "Haus Sonnenblick")],
            profile.Experience.Select(position => (position.Title, position.Company)));
        Assert.Equal(new Degree("Diplom-Volkswirt", "Universität Marburg", "2001-05"), Assert.Single(profile.Education));
    }

    [Fact]
    public void Periods_in_a_description_open_no_position() =>
        Assert.Single(Parse("Data Analyst, Acme Corp\t2015 – 2020", "• Led the move to the cloud 2017 – 2018", "Ran the budget of the team for the years 2018 – 2019 and reported on it to the board.").Experience);

    [Fact]
    public void The_description_is_kept_without_its_bullets() =>
        Assert.Equal("First thing.\nSecond thing.", Parse("Data Analyst, Acme Corp\t2015 – 2020", "• First thing.", "• Second thing.").Experience[0].Description);

    [Fact]
    public void The_latest_position_comes_first() =>
        Assert.Equal(["2020", "2015"], Parse("Clerk, Acme Corp\t2015 – 2018", "• A.", "Manager, Other Ltd\t2020 – Present", "• B.").Experience.Select(position => position.StartDate));

    [Theory]
    [InlineData("2015 – 2018|2018 – 2020", 5.0)]
    [InlineData("Jan 2020 – Dec 2020|Jan 2020 – Dec 2020", 1.0)]
    [InlineData("Jan 2020 – Jun 2020|Apr 2020 – Sep 2020", 0.8)]
    [InlineData("Jan 2026 – Present", 0.9)]
    [InlineData("2015", 1.0)]
    public void Years_are_the_union_of_all_periods(string periods, double expected) =>
        Assert.Equal(expected, Parse(periods.Split('|').Select((period, i) => $"Data Analyst, Acme {i} Corp\t{period}").ToArray()).TotalExperienceYears);

    [Fact]
    public void A_figure_in_the_summary_counts_where_no_position_has_dates()
    {
        var text = Documents.Lines("Jane Doe", "Summary", "Nurse with 10+ years of experience.", "Skills", "Triage");

        Assert.Equal(10, RuleBasedResumeParser.Parse(text, ExpectedProfile.Today).TotalExperienceYears);
    }

    private static ResumeProfile Parse(params string[] lines) =>
        RuleBasedResumeParser.Parse(Documents.Lines(["Jane Doe", "Work Experience", .. lines]), ExpectedProfile.Today);
}
