using System.Net;
using System.Text.Json;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Candidates;

/// <summary>Admins share candidates with recruiters, who are told at once, and may be refused again at once.</summary>
public sealed class ShareTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_recruiter_is_told_live_who_shared_whom_and_why_and_sees_the_candidate()
    {
        using var owner = await fixture.RecruiterAsync();
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var (candidate, resume) = await CandidateOfAsync(owner);
        var path = $"/api/resumes/candidates/{candidate}";
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync(path)).Status);
        await using var socket = await recruiter.ConnectAsync();

        var shared = (await ShareAsync(admin, candidate, recruiter, "fits the Berlin team", "call before noon")).Json;

        var data = (await socket.NextAsync("notification")).Field("data");
        Assert.Equal("candidate_shared", data.Text("notification_type"));
        Assert.Equal(
            (admin.Name, "fits the Berlin team", "call before noon"), (data.Text("shared_by"), data.Text("share_reason"), data.Text("share_notes")));
        Assert.Equal($"/candidates/{candidate}", data.Text("action_url"));
        Assert.Equal(data.Id("notification_id"), Assert.Single(shared.Items("shares")).Id("notification_id"));
        var profile = (await recruiter.GetAsync(path)).Json;
        Assert.Equal(("admin_share", "fits the Berlin team"), (profile.Text("source"), profile.Field("share").Text("share_reason")));
        Assert.Equal("admin_share", Assert.Single((await recruiter.GetAsync("/api/resumes/candidates")).Json.Items()).Text("source"));
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync($"/api/resumes/{resume}/data")).Status);
        Assert.Equal("resume_import", (await owner.GetAsync(path)).Json.Text("source"));
    }

    [Fact]
    public async Task The_admin_sees_on_the_share_and_live_when_it_was_delivered_seen_and_read()
    {
        using var owner = await fixture.RecruiterAsync();
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var (candidate, _) = await CandidateOfAsync(owner);
        await using var socket = await recruiter.ConnectAsync();
        await using var adminSocket = await admin.ConnectAsync();
        await ShareAsync(admin, candidate, recruiter, "urgent", null);
        var frame = await socket.NextAsync("notification");
        var before = Assert.Single(await SharesAsync(admin, candidate));
        Assert.Equal(
            "delivered_at read_at recruiter_id recruiter_name seen_at share_notes share_reason shared_at shared_by", before.Names());
        Assert.Equal(
            (recruiter.Id, recruiter.Name, admin.Name, "urgent"),
            (before.Text("recruiter_id"), before.Text("recruiter_name"), before.Text("shared_by"), before.Text("share_reason")));
        Assert.Null(before.Text("read_at"));

        await socket.SendAsync(new { type = "ack", seq = frame.Number("seq") });
        await recruiter.PostAsync($"/api/notifications/{frame.Field("data").Id("notification_id")}/read");

        await adminSocket.NextAsync("receipt", receipt => receipt.Text("read_at") is not null && receipt.Text("delivered_at") is not null);
        var after = Assert.Single(await SharesAsync(admin, candidate));
        Assert.NotNull(after.Text("delivered_at"));
        Assert.NotNull(after.Text("seen_at"));
        Assert.NotNull(after.Text("read_at"));
    }

    [Fact]
    public async Task A_share_that_is_taken_back_ends_rooms_and_watches_at_once()
    {
        using var owner = await fixture.RecruiterAsync();
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var (candidate, resume) = await CandidateOfAsync(owner);
        await ShareAsync(admin, candidate, recruiter, null, null);
        await using var socket = await recruiter.ConnectAsync();
        await socket.AskAsync(new { type = "join_room", room = $"candidate:{candidate}" }, "joined_room");
        await socket.AskAsync(new { type = "watch_resume", resume_id = resume }, "watching");

        var answer = await admin.PostAsync(
            "/api/resumes/admin/candidates/unshare", new { candidate_ids = new[] { candidate }, recruiter_ids = new[] { recruiter.Id } });

        Assert.Equal(1, answer.Json.Number("removed"));
        Assert.Equal($"candidate:{candidate}", (await socket.NextAsync("left_room")).Text("room"));
        Assert.Equal(resume, (await socket.NextAsync("unwatched")).Id("resume_id"));
        Assert.Equal("not_found", (await socket.AskAsync(new { type = "watch_resume", resume_id = resume }, "error")).Text("code"));
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync($"/api/resumes/candidates/{candidate}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await recruiter.GetAsync($"/api/resumes/{resume}/download")).Status);
    }

    [Fact]
    public async Task With_whom_a_candidate_is_shared_is_told_whole_to_who_has_them_and_in_part_to_the_others()
    {
        using var owner = await fixture.RecruiterAsync();
        using var one = await fixture.RecruiterAsync();
        using var two = await fixture.RecruiterAsync();
        using var stranger = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var (candidate, _) = await CandidateOfAsync(owner);
        await ShareAsync(admin, candidate, one, null, null);
        await ShareAsync(admin, candidate, two, null, null);

        Assert.Equal([two.Id, one.Id], (await SharesAsync(admin, candidate)).Select(share => share.Text("recruiter_id")));
        Assert.Equal(2, (await SharesAsync(owner, candidate)).Count);
        Assert.Equal(one.Id, Assert.Single(await SharesAsync(one, candidate)).Text("recruiter_id"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/resumes/candidates/{candidate}/shares")).Status);
    }

    [Fact]
    public async Task A_share_that_cannot_be_is_refused_whole_by_what_is_wrong_with_it()
    {
        using var owner = await fixture.RecruiterAsync();
        using var recruiter = await fixture.RecruiterAsync();
        using var applicant = await fixture.CandidateAsync();
        using var admin = await fixture.AdminAsync();
        var (candidate, _) = await CandidateOfAsync(owner);

        var problem = (await admin.PostAsync("/api/resumes/admin/candidates/share", new
        {
            candidate_ids = new[] { candidate, Guid.Empty },
            recruiter_ids = new[] { recruiter.Id, applicant.Id, "unknown" },
        })).Json;
        Assert.Equal("validation_failed", problem.Text("code"));
        Assert.Equal("candidate_ids[1] recruiter_ids[1] recruiter_ids[2]", problem.Field("errors").Names());
        Assert.Contains("is no recruiter", problem.Field("errors").Items("recruiter_ids[1]")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("ever signed in", problem.Field("errors").Items("recruiter_ids[2]")[0].GetString(), StringComparison.Ordinal);
        Assert.Empty(await SharesAsync(admin, candidate));
        Assert.Empty(await recruiter.NotificationsAsync());

        await RefusedAsync("candidate_ids recruiter_ids", new { });
        await RefusedAsync("recruiter_ids[0]", new { candidate_ids = new[] { candidate }, recruiter_ids = new string?[] { null } });
        await RefusedAsync("share_reason", new { candidate_ids = new[] { candidate }, recruiter_ids = new[] { recruiter.Id }, share_reason = new string('x', 2_001) });
        await RefusedAsync("candidate_ids[0]", new { candidate_ids = new[] { "no-uuid" }, recruiter_ids = new[] { recruiter.Id } });
        await RefusedAsync("recruiter_ids", new
        {
            candidate_ids = Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7()),
            recruiter_ids = Enumerable.Range(0, 11).Select(n => $"r{n}"),
        });

        var body = new { candidate_ids = new[] { candidate }, recruiter_ids = new[] { recruiter.Id } };
        foreach (var user in new[] { owner, applicant })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync("/api/resumes/admin/candidates/share", body)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync("/api/resumes/admin/candidates/unshare", body)).Status);
        }

        async Task RefusedAsync(string fields, object wrong)
        {
            var answer = await admin.PostAsync("/api/resumes/admin/candidates/share", wrong);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Equal(fields, answer.Json.Field("errors").Names());
        }
    }

    [Fact]
    public async Task An_admin_finds_whom_to_share_with()
    {
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();

        var list = (await admin.GetAsync($"/api/admin/users?role=recruiter&search={recruiter.Id}&limit=1")).Json;

        Assert.Equal("total users", list.Names());
        var found = Assert.Single(list.Items("users"));
        Assert.Equal("email last_seen_at name roles user_id", found.Names());
        Assert.Equal((recruiter.Id, recruiter.Name), (found.Text("user_id"), found.Text("name")));
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.GetAsync("/api/admin/users")).Status);
        Assert.Equal("role", (await admin.GetAsync("/api/admin/users?role=boss")).Json.Field("errors").Names());
    }

    [Fact]
    public async Task Tags_are_given_by_who_has_the_candidate_and_found_in_the_list()
    {
        using var owner = await fixture.RecruiterAsync();
        using var recruiter = await fixture.RecruiterAsync();
        using var admin = await fixture.AdminAsync();
        var (candidate, _) = await CandidateOfAsync(owner);
        await ShareAsync(admin, candidate, recruiter, null, null);
        var path = $"/api/resumes/candidates/{candidate}/tags";

        Assert.Equal(HttpStatusCode.OK, (await owner.PutAsync(path, new { tags = new[] { "senior", "berlin" } })).Status);

        Assert.Single((await recruiter.GetAsync("/api/resumes/candidates?tags=senior,berlin")).Json.Items());
        Assert.Equal(HttpStatusCode.Forbidden, (await recruiter.PutAsync(path, new { tags = Array.Empty<string>() })).Status);
        Assert.Equal("tags", (await owner.PutAsync(path, new { })).Json.Field("errors").Names());
        Assert.Equal("tags[1]", (await owner.PutAsync(path, new { tags = new[] { "a", "b,c" } })).Json.Field("errors").Names());
        Assert.Equal("tags[0]", (await owner.PutAsync(path, new { tags = new string?[] { null } })).Json.Field("errors").Names());
    }

    private static Task<Answer> ShareAsync(TestUser admin, Guid candidate, TestUser recruiter, string? reason, string? notes) =>
        admin.PostAsync("/api/resumes/admin/candidates/share", new
        {
            candidate_ids = new[] { candidate },
            recruiter_ids = new[] { recruiter.Id },
            share_reason = reason,
            share_notes = notes,
        });

    private static async Task<IReadOnlyList<JsonElement>> SharesAsync(TestUser user, Guid candidate) =>
        (await user.GetAsync($"/api/resumes/candidates/{candidate}/shares")).Json.Items();

    private static async Task<(Guid Candidate, Guid Resume)> CandidateOfAsync(TestUser owner)
    {
        var status = await owner.EndOfImportAsync(await owner.UploadedAsync(SampleResumes.Text(Person.Next())));
        return (status.Id("candidate_id"), status.Id("resume_id"));
    }
}
