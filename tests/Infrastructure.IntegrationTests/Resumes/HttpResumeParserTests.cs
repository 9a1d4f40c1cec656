using System.Net;
using System.Text.Json;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.IntegrationTests.Resumes.Corpus;
using Microsoft.AspNetCore.Http;

namespace HotGigs.Infrastructure.IntegrationTests.Resumes;

/// <summary>The parser of another program, asked over real HTTP.</summary>
public sealed class HttpResumeParserTests
{
    private static readonly ResumeText Text = Documents.Lines("Jane Doe", "jane@example.com");

    [Fact]
    public async Task The_lines_and_the_day_are_posted_with_the_token_and_the_answer_is_the_profile()
    {
        JsonElement sent = default;
        string? authorization = null;
        await using var program = await OtherParser.StartAsync(async http =>
        {
            authorization = http.Request.Headers.Authorization;
            sent = await http.Request.ReadFromJsonAsync<JsonElement>();
            await http.Response.WriteAsync("""
                {"full_name":"Jane Doe","email":"Jane@Example.com","skills":[{"name":"C#","category":"Programming Languages","proficiency":"expert"}],"top_skills":["C#"],
                 "experience":[{"title":"Engineer","company":"Acme","start_date":"2019-01","end_date":null,"current":true}],
                 "education":[{"degree":"BSc","institution":"MIT","graduation_date":"2018"}],"total_experience_years":7.14}
                """);
        });

        var profile = await program.ParseAsync(Text);

        Assert.Equal("Bearer secret", authorization);
        Assert.Equal("2026-11-23", sent.GetProperty("today").GetString());
        Assert.Equal(["Jane Doe", "jane@example.com"], sent.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("text").GetString()));
        Assert.Equal(("Jane Doe", "jane@example.com", 7.1), (profile.FullName, profile.Email, profile.TotalExperienceYears));
        Assert.Equal([new Skill("C#", "Programming Languages", "expert")], profile.Skills);
        Assert.Equal(["C#"], profile.TopSkills);
        Assert.Equal([new Position("Engineer", "Acme", null, "2019-01", null, true, null)], profile.Experience);
        Assert.Equal([new Degree("BSc", "MIT", "2018")], profile.Education);
    }

    [Fact]
    public async Task What_cannot_be_is_left_out_of_the_profile()
    {
        await using var program = await OtherParser.StartAsync(http => http.Response.WriteAsync($$"""
            {"full_name":" ","email":"not an address","title":"{{new string('x', 5000)}}","skills":[null,{"name":""},{"name":"Go","proficiency":"godlike"}],"top_skills":["Rust"],
             "experience":[{"company":"Acme","start_date":"last year","current":false}],"education":null,"total_experience_years":-3}
            """));

        var profile = await program.ParseAsync(Text);

        Assert.Equal((null, null, null), (profile.FullName, profile.Email, profile.TotalExperienceYears));
        Assert.Equal(300, profile.Title!.Length);
        Assert.Equal([new Skill("Go")], profile.Skills);
        Assert.Empty(profile.TopSkills);
        Assert.Null(Assert.Single(profile.Experience).StartDate);
        Assert.Empty(profile.Education);
    }

    [Fact]
    public async Task A_program_that_is_busy_is_asked_again_when_it_says()
    {
        var asked = 0;
        await using var program = await OtherParser.StartAsync(http =>
        {
            http.Response.Headers.RetryAfter = "0";
            http.Response.StatusCode = ++asked < 3 ? asked == 1 ? 429 : 503 : 200;
            return http.Response.WriteAsync("""{"full_name":"Jane Doe"}""");
        });

        Assert.Equal("Jane Doe", (await program.ParseAsync(Text)).FullName);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_text_that_the_program_cannot_read_fails_the_resume_at_once()
    {
        await using var program = await OtherParser.StartAsync(Answer(HttpStatusCode.UnprocessableEntity, "secret details"));

        var failure = await Assert.ThrowsAsync<UnreadableResumeException>(() => program.ParseAsync(Text));

        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "")]
    [InlineData(HttpStatusCode.Unauthorized, "")]
    [InlineData(HttpStatusCode.Redirect, "")]
    [InlineData(HttpStatusCode.OK, "<html>Welcome</html>")]
    [InlineData(HttpStatusCode.OK, "null")]
    [InlineData(HttpStatusCode.OK, """{"skills":"many"}""")]
    public async Task What_is_no_answer_lets_the_import_be_tried_again(HttpStatusCode status, string body)
    {
        await using var program = await OtherParser.StartAsync(Answer(status, body));

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => program.ParseAsync(Text));

        Assert.IsNotType<UnreadableResumeException>(failure);
        Assert.IsNotType<ParserUnavailableException>(failure);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_program_that_stays_busy_or_away_is_not_available(HttpStatusCode status)
    {
        await using var program = await OtherParser.StartAsync(Answer(status, ""));

        var failure = await Assert.ThrowsAsync<ParserUnavailableException>(() => program.ParseAsync(Text));

        Assert.Equal(TimeSpan.Zero, failure.RetryAfter);
    }

    [Theory]
    [InlineData(429, "120", 120, 120)]
    [InlineData(503, "Fri, 31 Dec 2100 23:59:59 GMT", 1_000_000, 3_000_000_000)]
    public async Task Who_asks_to_be_left_alone_for_long_is_not_waited_for_by_a_worker(int status, string retryAfter, double atLeast, double atMost)
    {
        var asked = 0;
        await using var program = await OtherParser.StartAsync(http =>
        {
            asked++;
            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });

        var failure = await Assert.ThrowsAsync<ParserUnavailableException>(() => program.ParseAsync(Text));

        Assert.InRange(failure.RetryAfter!.Value.TotalSeconds, atLeast, atMost);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_not_available()
    {
        await using var program = await OtherParser.StartAsync(Answer(HttpStatusCode.OK, "{}"), ("ResumeImport:Http:Retries", "0"));
        await program.StopAsync();

        var failure = await Assert.ThrowsAsync<ParserUnavailableException>(() => program.ParseAsync(Text));

        Assert.Null(failure.RetryAfter);
    }

    [Fact]
    public async Task An_answer_without_end_is_not_taken_in()
    {
        var asked = 0;
        await using var program = await OtherParser.StartAsync(async http =>
        {
            asked++;
            var blanks = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.Body.WriteAsync(blanks, http.RequestAborted);
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => program.ParseAsync(Text));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_program_that_does_not_answer_is_given_up()
    {
        await using var program = await OtherParser.StartAsync(
            http => Task.Delay(Timeout.Infinite, http.RequestAborted), ("ResumeImport:Http:Timeout", "00:00:00.2"), ("ResumeImport:Http:Retries", "0"));

        await Assert.ThrowsAsync<ParserUnavailableException>(() => program.ParseAsync(Text));
    }

    private static RequestDelegate Answer(HttpStatusCode status, string body) => http =>
    {
        http.Response.StatusCode = (int)status;
        http.Response.Headers.RetryAfter = "0";
        http.Response.Headers.Location = "/elsewhere";
        return http.Response.WriteAsync(body);
    };
}
