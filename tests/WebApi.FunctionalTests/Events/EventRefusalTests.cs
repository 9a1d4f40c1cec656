using System.Net;
using System.Text.Json.Nodes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using static HotGigs.WebApi.FunctionalTests.Events.Producer;

namespace HotGigs.WebApi.FunctionalTests.Events;

/// <summary>What is wrong with an event is named, and nothing of what came with it is applied.</summary>
public sealed class EventRefusalTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    public static TheoryData<string, string, string?> Wrong => new()
    {
        // type of event, field, JSON of its wrong value; null for a missing one
        { "match.found", "id", null },
        { "match.found", "id", "\"\"" },
        { "match.found", "id", "17" },
        { "match.found", "id", "\"line\\nfeed\"" },
        { "match.found", "source", null },
        { "match.found", "source", $"\"{new string('s', 501)}\"" },
        { "match.found", "type", null },
        { "match.found", "type", "7" },
        { "match.found", "type", "\"\"" },
        { "match.found", "specversion", "\"\"" },
        { "match.found", "specversion", null },
        { "match.found", "specversion", "\"0.3\"" },
        { "match.found", "time", "\"yesterday\"" },
        { "match.found", "time", "\"2026-03-01T12:00:00\"" },
        { "match.found", "datacontenttype", "\"application/xml\"" },
        { "match.found", "data", null },
        { "match.found", "data", "[]" },
        { "match.found", "data_base64", "\"e30=\"" },
        { "match.found", "data.user_id", null },
        { "match.found", "data.user_id", "7" },
        { "match.found", "data.user_id", "\" rosa\"" },
        { "match.found", "data.user_id", "\"ro\\u0000sa\"" },
        { "match.found", "data.user_id", $"\"{new string('u', 129)}\"" },
        { "match.found", "data.match_id", "\"17\"" },
        { "match.found", "data.match_id", "\"00000000-0000-0000-0000-000000000000\"" },
        { "match.found", "data.match_score", "101" },
        { "match.found", "data.match_score", "-1" },
        { "match.found", "data.match_score", "87.5" },
        { "match.found", "data.match_score", "\"87\"" },
        { "match.found", "data.job_title", null },
        { "match.found", "data.expires_at", "\"2026-03-01\"" },
        { "match.found", "data.deduplication_key", "\"\"" },
        { "resume.progressed", "data.status", "\"running\"" },
        { "resume.progressed", "data.progress", "101" },
        { "resume.progressed", "data.progress", null },
        { "resume.progressed", "data.current_step", null },
        { "resume.progressed", "data.uploaded_by", null },
        { "resume.progressed", "data.filename", null },
        { "resume.failed", "data.error", null },
        { "resume.failed", "data.uploaded_by", null },
        { "resume.completed", "data.candidate_name", "\"\"" },
        { "candidate.added", "data.source", "\"somewhere\"" },
        { "candidate.added", "data.user_id", null },
        { "candidate.added", "data.candidate_name", "\"half a pair: \\ud800\"" },
        { "candidate.shared", "data.shared_by", null },
        { "candidate.shared", "data.shared_by_id", "\" sam\"" },
        { "bulk_upload.completed", "data.total_files", "0" },
        { "google_drive.sync_completed", "data.new_files", "-1" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task The_field_at_fault_is_named(string type, string field, string? value)
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        // Parsed by the server alone: the value may be one that no writer of JSON would let through.
        var body = Good(type, rosa).With(field, "here").ToJsonString();
        var wrong = value is null ? Good(type, rosa).With(field, null).ToJsonString() : body.Replace("\"here\"", value, StringComparison.Ordinal);

        var alone = await program.PostEventsAsync(wrong, One);
        var third = await program.PostEventsAsync($"[{Good("match.found", rosa).ToJsonString()},{wrong}]", Many);

        Problem.AssertIs(alone, HttpStatusCode.UnprocessableEntity, "validation_failed");
        Assert.Contains(field, alone.Json.Field("errors").Names().Split(' '));
        Assert.Contains($"[1].{field}", third.Json.Field("errors").Names().Split(' '));
        Assert.Empty(await rosa.NotificationsAsync());
    }

    [Fact]
    public async Task Every_example_without_a_fault_is_accepted()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();

        AssertApplied(await program.ReportAsync([.. Types.Select(type => Good(type, rosa))]), Types.Length);
    }

    [Fact]
    public async Task A_type_that_does_not_exist_is_named_with_its_place()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var good = Good("match.found", rosa);

        var alone = await program.ReportAsync(good.With("type", "ai.hotgigs.match.lost"));
        var fourth = await program.ReportAsync(good, good, good, good.With("type", "com.example.other"));

        Problem.AssertIs(alone, HttpStatusCode.BadRequest, "unknown_type");
        Assert.Equal("type", alone.Json.Field("errors").Names());
        Problem.AssertIs(fourth, HttpStatusCode.BadRequest, "unknown_type");
        Assert.Equal("[3].type", fourth.Json.Field("errors").Names());
        Assert.Empty(await rosa.NotificationsAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();

        var answer = await program.ReportAsync(
            Good("match.found", rosa).With("data.user_id", null), Good("resume.failed", rosa).With("data.error", 1).With("id", null));

        Assert.Equal("[0].data.user_id [1].data.error [1].id", answer.Json.Field("errors").Names());
    }

    [Theory]
    [InlineData("", One)]
    [InlineData("no JSON", One)]
    [InlineData("17", One)]
    [InlineData("[]", One)]
    [InlineData("{}", Many)]
    [InlineData("null", "application/json")]
    [InlineData("""{"id":"1","id":"2"}""", One)]
    [InlineData("""{"\ud800":1}""", One)]
    public async Task A_body_of_another_form_is_malformed(string body, string contentType)
    {
        using var program = await fixture.SignInAsync("service");

        Problem.AssertIs(await program.PostEventsAsync(body, contentType), HttpStatusCode.BadRequest, "malformed_json");
    }

    [Fact]
    public async Task An_item_of_a_batch_that_is_no_object_is_named()
    {
        using var program = await fixture.SignInAsync("service");

        Problem.AssertNames(await program.PostEventsAsync("[17]", Many), "[0]");
    }

    [Fact]
    public async Task Too_much_at_once_is_refused()
    {
        using var program = await fixture.SignInAsync("service");
        using var rosa = await fixture.RecruiterAsync();
        var good = Good("match.found", rosa);

        var many = await program.ReportAsync([.. Enumerable.Range(0, 501).Select(_ => good)]);
        var large = await program.ReportAsync(good.With("note", new string('x', 1024 * 1024)));

        Problem.AssertIs(many, HttpStatusCode.RequestEntityTooLarge, "too_large");
        Problem.AssertIs(large, HttpStatusCode.RequestEntityTooLarge, "too_large");
        Assert.Empty(await rosa.NotificationsAsync());
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("recruiter")]
    [InlineData("candidate")]
    public async Task Only_services_report_events(string role)
    {
        using var somebody = await fixture.SignInAsync(role);

        Problem.AssertIs(await somebody.ReportAsync(Good("match.found", somebody)), HttpStatusCode.Forbidden, "forbidden");
        Assert.Empty(await somebody.NotificationsAsync());
    }

    [Fact]
    public async Task Candidates_are_not_told_of_candidates()
    {
        using var program = await fixture.SignInAsync("service");
        var added = Good("candidate.added", program).With("data.user_id", null);

        Problem.AssertNames(await program.ReportAsync(added.With("data.room", "candidates")), "data.room");
        Problem.AssertNames(await program.ReportAsync(added.With("data.room", $"candidate:{Guid.CreateVersion7()}")), "data.room");
        Problem.AssertNames(await program.ReportAsync(Good("candidate.added", program).With("data.room", "recruiters")), "data.user_id");
    }

    private static readonly string[] Types =
    [
        "resume.progressed", "resume.completed", "resume.failed", "candidate.added", "candidate.shared", "match.found",
        "bulk_upload.completed", "google_drive.sync_completed",
    ];

    private static JsonObject Good(string type, TestUser user)
    {
        var id = Guid.CreateVersion7();
        return Event(type, type switch
        {
            "resume.progressed" => new
            {
                resume_id = id, status = "processing", progress = 20, current_step = "Running parser", uploaded_by = user.Id, filename = "ada.pdf",
            },
            "resume.completed" => new { user_id = user.Id, resume_id = id, candidate_id = id, candidate_name = "Ada Example" },
            "resume.failed" => new { resume_id = id, error = "It is damaged.", uploaded_by = user.Id, filename = "ada.pdf" },
            "candidate.added" => new { user_id = user.Id, candidate_id = id, candidate_name = "Ada Example", source = "application" },
            "candidate.shared" => new { user_id = user.Id, candidate_id = id, candidate_name = "Ada Example", shared_by = "Sam Sharer" },
            "match.found" => new { user_id = user.Id, match_id = id, match_score = 87, job_title = "Tester" },
            "bulk_upload.completed" => new { user_id = user.Id, batch_id = id, total_files = 50, successful = 47, failed = 3 },
            _ => (object)new { user_id = user.Id, sync_id = id, folder_name = "Resumes", new_files = 12 },
        });
    }
}
