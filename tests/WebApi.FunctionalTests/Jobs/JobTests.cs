using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.WebApi.FunctionalTests.Matching;

namespace HotGigs.WebApi.FunctionalTests.Jobs;

public sealed class JobTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_posted_job_says_what_was_posted_and_is_open()
    {
        using var recruiter = await fixture.RecruiterAsync();

        var posted = await recruiter.PostAsync("/api/jobs", new
        {
            title = " Backend Engineer ",
            company_name = "Acme",
            location = "Berlin, Germany",
            description = "All\nof it",
            required_skills = (string[])["C#", "c sharp", " SQL "],
            preferred_skills = (string[])["Docker", "sql"],
            years_of_experience = 2.5,
            education = "master",
        });

        Assert.Equal(HttpStatusCode.Created, posted.Status);
        Assert.Equal($"/api/jobs/{posted.Json.Id("job_id")}", posted.Headers["Location"]);
        Assert.Equal(("Backend Engineer", "All\nof it", "master", "open", recruiter.Id),
            (posted.Json.Text("title"), posted.Json.Text("description"), posted.Json.Text("education"), posted.Json.Text("status"), posted.Json.Text("posted_by")));
        // Wordings of the same skill are folded, and what is required is not preferred besides.
        Assert.Equal(["C#", "SQL"], posted.Json.Items("required_skills").Select(skill => skill.GetString()));
        Assert.Equal(["Docker"], posted.Json.Items("preferred_skills").Select(skill => skill.GetString()));
        Assert.Equal(2.5, posted.Json.Field("years_of_experience").GetDouble());
        Assert.Equal(posted.Json.ToString(), (await recruiter.GetAsync($"/api/jobs/{posted.Json.Id("job_id")}")).Json.ToString());
    }

    [Fact]
    public async Task A_job_that_says_hardly_anything_is_a_job()
    {
        using var recruiter = await fixture.RecruiterAsync();

        var job = (await recruiter.PostAsync("/api/jobs", new { title = "Helper", company_name = "Acme" })).Json;

        Assert.Equal(("none", 0, 0), (job.Text("education"), job.Number("years_of_experience"), job.Items("required_skills").Count));
        Assert.True(job.IsNull("location"));
    }

    [Theory]
    [InlineData("""{"company_name":"Acme"}""", "title", "'title' must be given.")]
    [InlineData("""{"title":"  ","company_name":"Acme"}""", "title", "'title' must not be empty.")]
    [InlineData("""{"title":"Two\nlines","company_name":"Acme"}""", "title", "'title' must be one line.")]
    [InlineData("""{"title":"T"}""", "company_name", "'company_name' must be given.")]
    [InlineData("""{"title":"T","company_name":"A","years_of_experience":61}""", "years_of_experience", "The years of experience must be between 0 and 60.")]
    [InlineData("""{"title":"T","company_name":"A","years_of_experience":-1}""", "years_of_experience", "The years of experience must be between 0 and 60.")]
    [InlineData("""{"title":"T","company_name":"A","years_of_experience":"five"}""", "years_of_experience", "The value of 'years_of_experience' is of the wrong type.")]
    [InlineData("""{"title":"T","company_name":"A","education":"phd"}""", "education", "An education is one of none, associate, bachelor, master, doctorate.")]
    [InlineData("""{"title":"T","company_name":"A","required_skills":["C#",""]}""", "required_skills", "A skill must not be empty.")]
    [InlineData("""{"title":"T","company_name":"A","preferred_skills":[null]}""", "preferred_skills", "A skill must not be empty.")]
    public async Task What_is_wrong_is_named_by_its_field(string body, string field, string reason)
    {
        using var recruiter = await fixture.RecruiterAsync();

        var refused = await recruiter.PostAsync("/api/jobs", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(reason, Assert.Single(refused.Json.Field("errors").Items(field)).GetString());
    }

    [Fact]
    public async Task What_is_too_long_or_too_much_is_named_by_its_field()
    {
        using var recruiter = await fixture.RecruiterAsync();

        var refused = await recruiter.PostAsync("/api/jobs", new
        {
            title = new string('t', 201),
            company_name = new string('c', 201),
            location = new string('l', 201),
            description = new string('d', 10_001),
            required_skills = Enumerable.Range(0, 51).Select(number => $"skill {number}"),
            preferred_skills = (string[])[new string('s', 101)],
        });

        Assert.Equal(
            "company_name description location preferred_skills required_skills title", refused.Json.Field("errors").Names());
    }

    [Fact]
    public async Task A_change_names_what_it_changes_and_an_empty_text_clears()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var id = await recruiter.PostedAsync(new
        {
            title = "Engineer", company_name = "Acme", location = "Berlin", description = "Text", required_skills = (string[])["C#"], years_of_experience = 3,
        });

        var changed = (await recruiter.PutAsync($"/api/jobs/{id}", new { title = "Senior Engineer", description = "", preferred_skills = (string[])["SQL"] })).Json;

        Assert.Equal(("Senior Engineer", "Acme", "Berlin", 3), (changed.Text("title"), changed.Text("company_name"), changed.Text("location"), changed.Number("years_of_experience")));
        Assert.True(changed.IsNull("description"));
        Assert.Equal("C#", Assert.Single(changed.Items("required_skills")).GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await recruiter.PutAsync($"/api/jobs/{id}", new { title = "" })).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await recruiter.PutAsync($"/api/jobs/{id}", new { status = "gone" })).Status);
        Assert.Equal("closed", (await recruiter.PutAsync($"/api/jobs/{id}", new { status = "closed" })).Json.Text("status"));
        Assert.Equal("open", (await recruiter.PutAsync($"/api/jobs/{id}", new { status = "open" })).Json.Text("status"));
    }

    [Fact]
    public async Task All_recruiters_see_a_job_and_only_its_poster_and_admins_change_it()
    {
        using var poster = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var path = $"/api/jobs/{await poster.PostedAsync(Recruiting.Engineer())}";

        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.PutAsync(path, new { title = "Mine" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.DeleteAsync(path)).Status);
        Assert.Equal("Ours", (await admin.PutAsync(path, new { title = "Ours" })).Json.Text("title"));
        Assert.Equal(HttpStatusCode.NoContent, (await poster.DeleteAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await poster.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await poster.PutAsync(path, new { title = "Again" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.DeleteAsync(path)).Status);
    }

    [Fact]
    public async Task Jobs_are_nobody_elses_business()
    {
        using var poster = await fixture.RecruiterAsync();
        using var candidate = await fixture.CandidateAsync();
        using var service = await fixture.SignInAsync("service");
        var path = $"/api/jobs/{await poster.PostedAsync(Recruiting.Engineer())}";

        foreach (var user in new[] { candidate, service })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/api/jobs")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync("/api/jobs", new { })).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PutAsync(path, new { title = "" })).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.DeleteAsync(path)).Status);
        }
    }

    [Fact]
    public async Task The_list_is_paged_latest_first_and_filtered_by_words_and_status()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var company = $"Company {Guid.CreateVersion7():N}";
        var ids = new List<Guid>();
        foreach (var skill in new[] { "Rust", "Go", "Elixir" })
            ids.Add(await recruiter.PostedAsync(new { title = "Coder", company_name = company, required_skills = (string[])[skill] }));
        await recruiter.PutAsync($"/api/jobs/{ids[1]}", new { status = "closed" });

        await AssertListedAsync($"search={company}", 3, [ids[2], ids[1], ids[0]]);
        await AssertListedAsync($"search={company}&skip=2&limit=2", 3, [ids[0]]);
        await AssertListedAsync($"search={company}&status=open", 2, [ids[2], ids[0]]);
        await AssertListedAsync($"search={company}&status=closed", 1, [ids[1]]);
        await AssertListedAsync($"search=RUST coder {company}", 1, [ids[0]]);
        await AssertListedAsync($"search={company} cobol", 0, []);
        foreach (var query in new[] { "limit=0", "limit=101", "skip=-1", "status=gone", "limit=many" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await recruiter.GetAsync($"/api/jobs?{query}")).Status);

        async Task AssertListedAsync(string query, long total, Guid[] listed)
        {
            var list = (await recruiter.GetAsync($"/api/jobs?{query}")).Json;
            Assert.Equal(total, list.Number("total"));
            Assert.Equal(listed, list.Items("jobs").Select(job => job.Id("job_id")));
        }
    }
}
