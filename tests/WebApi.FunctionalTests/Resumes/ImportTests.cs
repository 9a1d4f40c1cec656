using System.Net;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A resume on its way from the upload to the candidate, and who hears of it.</summary>
public sealed class ImportTests(ImportFixture fixture) : IClassFixture<ImportFixture>
{
    public static TheoryData<string> Formats => ["pdf", "docx", "txt"];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Someone_who_watches_sees_every_step(string format)
    {
        using var recruiter = await fixture.RecruiterAsync();
        await using var socket = await recruiter.ConnectAsync();
        var watching = new TaskCompletionSource();
        var paced = new HashSet<int>();
        fixture.Pace(recruiter, async progress =>
        {
            if (!paced.Add(progress.Percentage))
                return;
            await watching.Task;
            await socket.NextAsync("resume_progress", frame => frame.Field("data").Number("progress") == progress.Percentage);
        });

        var uploaded = (await recruiter.UploadAsync(Sample(format, Person.Next()))).Json;
        Assert.Equal("filename message resume_id status", uploaded.Names());
        Assert.Equal(("uploaded", $"resume.{format}"), (uploaded.Text("status"), uploaded.Text("filename")));
        var id = uploaded.Id("resume_id");
        await socket.AskAsync(new { type = "watch_resume", resume_id = id }, "watching");
        watching.SetResult();
        Assert.Equal("completed", (await recruiter.EndOfImportAsync(id)).Text("status"));

        var seen = (await socket.SettledAsync("resume_progress")).Select(frame => frame.Field("data")).ToList();
        Assert.Equal(
            [(0, "Queued"), (10, "Extracting text from document"), (20, "Running parser"), (60, "Structuring extracted data"),
                (80, "Creating candidate profile"), (90, "Matching with jobs"), (100, "Completed")],
            seen.Select(data => (data.Number("progress"), data.Text("current_step"))).MergeNeighbours().Select(step => ((int)step.Item1, step.Item2!)));
        Assert.Equal("completed", seen[^1].Text("status"));
        Assert.All(seen[..^1], data => Assert.Contains(data.Text("status"), (string[])["uploaded", "processing"]));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_the_resume_says_can_be_read(string format)
    {
        using var recruiter = await fixture.RecruiterAsync();
        var person = Person.Next();
        var file = Sample(format, person);
        var status = await ImportFixture.ImportAsync(recruiter, file);

        var data = (await recruiter.GetAsync($"/api/resumes/{status.Id("resume_id")}/data")).Json;
        Assert.Equal(
            "education email experience full_name location phone resume_id skills summary title top_skills total_experience_years",
            data.Names());
        Assert.Equal((person.FullName, person.Email, Person.Title), (data.Text("full_name"), data.Text("email"), data.Text("title")));
        Assert.Equal("category name proficiency", data.Items("skills")[0].Names());
        Assert.Contains("C#", data.Items("skills").Select(skill => skill.Text("name")));
        Assert.Equal("company current description end_date location start_date title", data.Items("experience")[0].Names());
        Assert.Equal("degree graduation_date institution", data.Items("education")[0].Names());
        Assert.InRange(data.Field("total_experience_years").GetDouble(), 5, 60);

        var original = await recruiter.GetAsync($"/api/resumes/{status.Id("resume_id")}/download");
        Assert.Equal(file.Content, original.Content);
        Assert.Equal(file.ContentType, original.ContentType);
        Assert.Contains(file.Name, original.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_the_store_has_lost_is_told_as_lost_and_what_was_read_of_it_stays()
    {
        await using var server = await HotGigsServer.StartAsync();
        using var recruiter = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        var id = (await ImportFixture.ImportAsync(recruiter, SampleResumes.Text(Person.Next()))).Id("resume_id");
        var resume = await server.Services.GetRequiredService<IResumeStore>().FindAsync(id, TestContext.Current.CancellationToken);
        server.Services.GetRequiredService<IResumeFiles>().Delete(resume!.StorageKey);

        Problem.AssertIs(await recruiter.GetAsync($"/api/resumes/{id}/download"), HttpStatusCode.NotFound, "not_found");
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/api/resumes/{id}/data")).Status);
    }

    [Fact]
    public async Task A_recruiters_candidate_is_theirs_alone()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        await using var socket = await recruiter.ConnectAsync();
        await using var foreign = await other.ConnectAsync();
        var person = Person.Next();
        var status = await ImportFixture.ImportAsync(recruiter, SampleResumes.Text(person));
        var candidateId = status.Id("candidate_id");

        var completed = await socket.NextAsync("notification", frame => frame.Text("notification_type") == "resume_completed");
        Assert.Equal($"Resume for {person.FullName} has been processed successfully", completed.Field("data").Text("message"));
        Assert.Equal(status.Id("resume_id"), completed.Field("data").Id("resume_id"));
        var added = await socket.NextAsync("notification", frame => frame.Text("notification_type") == "candidate_added");
        Assert.Equal(candidateId, added.Field("data").Id("candidate_id"));
        Assert.Equal("resume_import", added.Field("data").Text("source"));
        Assert.Empty(await foreign.SettledAsync("notification"));
        Assert.Empty(await other.NotificationsAsync());
        Assert.Empty(await admin.NotificationsAsync());

        var list = await recruiter.GetAsync("/api/resumes/candidates");
        Assert.Equal("1", list.Headers["X-Total-Count"]);
        var listed = Assert.Single(list.Json.Items());
        Assert.Equal(
            "added_at candidate_id email full_name last_viewed_at location source tags title top_skills user_id years_of_experience",
            listed.Names());
        Assert.True(listed.IsNull("last_viewed_at") && listed.IsNull("user_id"));
        var profile = (await recruiter.GetAsync($"/api/resumes/candidates/{candidateId}")).Json;
        Assert.Equal(
            "added_at candidate_id education email experience full_name last_viewed_at location phone professional_summary "
            + "resume_id share skills source tags title top_skills user_id years_of_experience",
            profile.Names());
        Assert.Equal((person.FullName, person.Email), (profile.Text("full_name"), profile.Text("email")));
        Assert.False((await recruiter.GetAsync("/api/resumes/candidates")).Json.Items()[0].IsNull("last_viewed_at"));

        Assert.DoesNotContain(candidateId, await CandidateIdsAsync(other));
        Assert.Contains(candidateId, await CandidateIdsAsync(admin, "/api/resumes/admin/candidates"));
    }

    [Fact]
    public async Task What_is_still_being_processed_cannot_be_had_yet()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var gate = fixture.HoldAt(recruiter, ProcessingStep.RunningParser);
        var id = await recruiter.UploadedAsync(SampleResumes.Text(Person.Next()));
        var held = (await Eventually.GetAsync(
            () => recruiter.GetAsync($"/api/resumes/{id}/status"), status => status.Json.Number("progress_percentage") == 20)).Json;

        Assert.Equal(("processing", "Running parser"), (held.Text("status"), held.Text("current_step")));
        Assert.True(held.IsNull("processing_completed_at") && held.IsNull("error_message"));
        Problem.AssertIs(await recruiter.GetAsync($"/api/resumes/{id}/data"), HttpStatusCode.Conflict, "conflict");
        Problem.AssertIs(await recruiter.GetAsync($"/api/resumes/{id}/download"), HttpStatusCode.Conflict, "conflict");
        Assert.Empty((await recruiter.GetAsync("/api/resumes/candidates")).Json.Items());

        gate.SetResult();
        Assert.Equal("completed", (await recruiter.EndOfImportAsync(id)).Text("status"));
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/api/resumes/{id}/data")).Status);
    }

    [Fact]
    public async Task One_recruiter_has_one_candidate_of_an_address_however_many_resumes_come()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var person = Person.Next();
        SampleFile[] files = [SampleResumes.Text(person), SampleResumes.Docx(person), SampleResumes.Pdf(person), SampleResumes.Text(person)];
        await Task.WhenAll(files.Select(file => ImportFixture.ImportAsync(recruiter, file)));

        Assert.Single(await CandidateIdsAsync(recruiter));
        var told = (await ImportFixture.ToldAsync(recruiter, 5)).ToList();
        Assert.Equal(4, told.Count(type => type == "resume_completed"));
        Assert.Single(told, type => type == "candidate_added");
    }

    [Fact]
    public async Task Two_recruiters_have_two_candidates_of_the_same_address()
    {
        using var first = await fixture.RecruiterAsync();
        using var second = await fixture.RecruiterAsync();
        var person = Person.Next();
        await Task.WhenAll(new[] { first, second }.Select(recruiter => ImportFixture.ImportAsync(recruiter, SampleResumes.Text(person))));

        var one = Assert.Single(await MineAsync(first));
        var two = Assert.Single(await MineAsync(second));
        Assert.NotEqual(one, two);

        async Task<IEnumerable<Guid>> MineAsync(TestUser recruiter) =>
            (await recruiter.GetAsync($"/api/resumes/candidates?search={person.Email}")).Json.Items().Select(found => found.Id("candidate_id"));
    }

    [Fact]
    public async Task Nothing_of_a_resume_is_there_for_those_who_may_not_see_it()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var status = await ImportFixture.ImportAsync(recruiter, SampleResumes.Text(Person.Next()));
        string[] paths =
        [
            $"/api/resumes/{status.Id("resume_id")}/status",
            $"/api/resumes/{status.Id("resume_id")}/data",
            $"/api/resumes/{status.Id("resume_id")}/download",
            $"/api/resumes/candidates/{status.Id("candidate_id")}",
        ];
        foreach (var role in (string[])["recruiter", "candidate", "service"])
        {
            using var other = await fixture.SignInAsync(role);
            foreach (var path in paths)
                Problem.AssertIs(await other.GetAsync(path), HttpStatusCode.NotFound, "not_found");
        }

        foreach (var path in paths)
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(path)).Status);
        Problem.AssertIs(await recruiter.GetAsync($"/api/resumes/{Guid.CreateVersion7()}/status"), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await recruiter.GetAsync("/api/resumes/admin/candidates"), HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Candidates_are_paged_searched_and_filtered()
    {
        using var recruiter = await fixture.RecruiterAsync();
        var people = Enumerable.Range(0, 5).Select(_ => Person.Next()).ToList();
        foreach (var person in people)
            await ImportFixture.ImportAsync(recruiter, SampleResumes.Text(person));

        var page = await recruiter.GetAsync("/api/resumes/candidates?source=resume_import&skip=1&limit=2");
        Assert.Equal("5", page.Headers["X-Total-Count"]);
        Assert.Equal([people[3].Email, people[2].Email], page.Json.Items().Select(candidate => candidate.Text("email")!));
        var found = await recruiter.GetAsync($"/api/resumes/candidates?search={people[1].Email.ToUpperInvariant()}");
        Assert.Equal(people[1].Email, Assert.Single(found.Json.Items()).Text("email"));
        Assert.Empty((await recruiter.GetAsync("/api/resumes/candidates?tags=nobody&source=resume_import")).Json.Items());
        foreach (var (query, field) in (IEnumerable<(string, string)>)
            [("limit=0", "limit"), ("limit=101", "limit"), ("skip=-1", "skip"), ("skip=x", "skip"), ("source=gossip", "source")])
            Problem.AssertNames(await recruiter.GetAsync($"/api/resumes/candidates?{query}"), field);
    }

    private static SampleFile Sample(string format, Person person) => format switch
    {
        "pdf" => SampleResumes.Pdf(person),
        "docx" => SampleResumes.Docx(person),
        _ => SampleResumes.Text(person),
    };

    private static async Task<IEnumerable<Guid>> CandidateIdsAsync(TestUser user, string path = "/api/resumes/candidates") =>
        (await user.GetAsync($"{path}?limit=100&source=resume_import")).Json.Items()
            .Where(candidate => candidate.IsNull("user_id")).Select(candidate => candidate.Id("candidate_id"));
}
