using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using static HotGigs.WebApi.FunctionalTests.Events.Producer;

namespace HotGigs.WebApi.FunctionalTests.Events;

/// <summary>A resume that another program imports can be followed like one that was uploaded here.</summary>
public sealed class ResumeEventTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly Guid resume = Guid.CreateVersion7();

    [Fact]
    public async Task Its_watchers_see_it_move_and_its_uploader_is_told_of_its_end()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        await using var socket = await rosa.ConnectAsync();
        await program.ReportAsync(First(rosa, "uploaded", 0, "Queued"));
        await socket.AskAsync(new { type = "watch_resume", resume_id = resume }, "watching");
        Assert.Equal(("uploaded", 0, "Queued", null), At(await socket.NextAsync("resume_progress")));

        await program.ReportAsync(Progress("processing", 45, "Running parser"));
        Assert.Equal(("processing", 20, "Running parser", null), At(await socket.NextAsync("resume_progress")));
        await program.ReportAsync(Progress("processing", 65, "In the words of another program"));
        Assert.Equal(("processing", 60, "Structuring extracted data", null), At(await socket.NextAsync("resume_progress")));
        var candidate = Guid.CreateVersion7();
        AssertApplied(await program.ReportAsync(Completed(rosa, candidate)), 1);

        Assert.Equal(("completed", 100, "Completed", null), At(await socket.NextAsync("resume_progress")));
        var told = (await socket.NextAsync("notification")).Field("data");
        Assert.Equal(("Resume for Ada Example has been processed successfully", resume, candidate),
            (told.Text("message"), told.Id("resume_id"), told.Id("candidate_id")));
        var status = (await rosa.GetAsync($"/api/resumes/{resume}/status")).Json;
        Assert.Equal(("ada.pdf", "completed", 100), (status.Text("filename"), status.Text("status"), status.Number("progress_percentage")));
        Assert.False(status.IsNull("processing_started_at"));
        Assert.False(status.IsNull("processing_completed_at"));
    }

    [Fact]
    public async Task A_failure_stays_at_its_step_and_says_why()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        await program.ReportAsync(First(rosa, "processing", 20, "Running parser"));

        AssertApplied(await program.ReportAsync(Event("resume.failed", new { resume_id = resume, error = "The document is protected." })), 1);

        Assert.Equal(("failed", 20, "Running parser", "The document is protected."), await StatusAsync(rosa));
        Assert.Empty(await rosa.NotificationsAsync());
    }

    [Fact]
    public async Task What_comes_late_is_accepted_and_changes_nothing()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        await program.ReportAsync(First(rosa, "processing", 60, "Structuring extracted data"));

        AssertApplied(await program.ReportAsync(Progress("processing", 20, "Running parser")), 1);
        Assert.Equal(("processing", 60, "Structuring extracted data", null), await StatusAsync(rosa));
        await program.ReportAsync(Completed(rosa, Guid.CreateVersion7()));
        AssertApplied(await program.ReportAsync(
            Progress("processing", 90, "Matching with jobs"), Event("resume.failed", new { resume_id = resume, error = "Late." })), 2);

        Assert.Equal(("completed", 100, "Completed", null), await StatusAsync(rosa));
    }

    [Fact]
    public async Task Its_end_may_be_the_first_that_is_heard_of_it()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();

        AssertApplied(await program.ReportAsync(Completed(rosa, Guid.CreateVersion7())), 1);
        AssertApplied(await program.ReportAsync(First(rosa, "processing", 20, "Running parser")), 1);

        Assert.Equal(("completed", 100, "Completed", null), await StatusAsync(rosa));
        Assert.Single(await rosa.NotificationsAsync());
    }

    [Fact]
    public async Task Its_whole_way_may_come_in_one_batch_that_says_its_origin_once()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();

        AssertApplied(await program.ReportAsync(
            First(rosa, "uploaded", 0, "Queued"), Progress("processing", 60, "x"), Completed(rosa, Guid.CreateVersion7())), 3);

        Assert.Equal(("completed", 100, "Completed", null), await StatusAsync(rosa));
    }

    [Fact]
    public async Task Its_uploader_and_admins_see_it_and_nobody_else()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        using var ben = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        await program.ReportAsync(First(rosa, "processing", 20, "Running parser"));

        Assert.Equal("processing", (await StatusAsync(admin)).Status);
        Problem.AssertIs(await ben.GetAsync($"/api/resumes/{resume}/status"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Neither_its_document_nor_its_profile_is_here()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        await program.ReportAsync(Completed(rosa, Guid.CreateVersion7()));

        Problem.AssertIs(await rosa.GetAsync($"/api/resumes/{resume}/data"), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await rosa.GetAsync($"/api/resumes/{resume}/download"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task A_recruiter_who_has_its_candidate_sees_it()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        using var ben = await fixture.RecruiterAsync();
        var imported = await ben.EndOfImportAsync(await ben.UploadedAsync(SampleResumes.Text(Person.Next())));

        AssertApplied(await program.ReportAsync(Completed(rosa, imported.Id("candidate_id"))), 1);

        Assert.Equal("completed", (await StatusAsync(ben)).Status);
    }

    [Fact]
    public async Task Nobody_else_can_say_where_a_resume_stands_that_is_imported_here()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var own = await rosa.UploadedAsync(SampleResumes.Text(Person.Next()));
        var end = await rosa.EndOfImportAsync(own);
        var other = Progress("processing", 20, "Running parser").With("data.resume_id", $"{own}");

        var answer = await program.ReportAsync(First(rosa, "processing", 20, "Running parser"), other);

        Problem.AssertIs(answer, HttpStatusCode.Conflict, "conflict");
        Assert.Equal("[1].data.resume_id", answer.Json.Field("errors").Names());
        Assert.Equal(end.ToString(), (await rosa.GetAsync($"/api/resumes/{own}/status")).Json.ToString());
        Problem.AssertIs(await rosa.GetAsync($"/api/resumes/{resume}/status"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task It_is_not_taken_by_the_import_of_this_server()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        await program.ReportAsync(First(rosa, "uploaded", 0, "Queued"));

        // The queue takes the oldest first: when a later one has ended, this one was passed over.
        await rosa.EndOfImportAsync(await rosa.UploadedAsync(SampleResumes.Text(Person.Next())));

        Assert.Equal(("uploaded", 0, "Queued", null), await StatusAsync(rosa));
    }

    private JsonObject First(TestUser uploader, string status, int progress, string step) =>
        Progress(status, progress, step).With("data.uploaded_by", uploader.Id).With("data.filename", "ada.pdf");

    private JsonObject Progress(string status, int progress, string step) =>
        Event("resume.progressed", new { resume_id = resume, status, progress, current_step = step });

    private JsonObject Completed(TestUser uploader, Guid candidate) => Event(
        "resume.completed", new { user_id = uploader.Id, resume_id = resume, candidate_id = candidate, candidate_name = "Ada Example" });

    private async Task<(string? Status, long Progress, string? Step, string? Error)> StatusAsync(TestUser user)
    {
        var status = (await user.GetAsync($"/api/resumes/{resume}/status")).Json;
        return (status.Text("status"), status.Number("progress_percentage"), status.Text("current_step"), status.Text("error_message"));
    }

    private static (string? Status, long Progress, string? Step, string? Error) At(JsonElement frame)
    {
        var data = frame.Field("data");
        return (data.Text("status"), data.Number("progress"), data.Text("current_step"), data.Text("error"));
    }
}
