using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>What the tokens that come after the one a connection was opened with do to it.</summary>
public sealed class NewerTokenTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly TimeSpan Older = TimeSpan.FromMinutes(59);
    private static readonly TimeSpan Newer = TimeSpan.FromMinutes(61);

    [Fact]
    public async Task Any_request_with_a_newer_token_takes_roles_from_all_connections_at_once()
    {
        using var admin = await fixture.SignInAsync("admin", "candidate");
        using var recruiter = await fixture.RecruiterAsync();
        var resume = await recruiter.UploadedAsync(SampleResumes.Text(Person.Next()));
        var candidate = (await recruiter.EndOfImportAsync(resume), await recruiter.GetAsync("/api/resumes/candidates")).Item2
            .Json.EnumerateArray().First().Id("candidate_id");
        await using var one = await admin.ConnectAsync();
        await using var two = await admin.ConnectAsync();
        await one.AskAsync(new { type = "join_room", room = "admins" }, "joined_room");
        await one.AskAsync(new { type = "join_room", room = "candidates" }, "joined_room");
        await one.AskAsync(new { type = "join_room", room = $"candidate:{candidate}" }, "joined_room");
        await two.AskAsync(new { type = "watch_resume", resume_id = resume }, "watching");

        using var demoted = TestUser.WithToken(fixture.Server, admin.Id, Tokens.Create(admin.Id, "candidate", Newer));
        await demoted.GetAsync("/api/notifications/unread-count");

        Assert.Contains("any more", (await one.NextAsync("left_room", frame => frame.Text("room") == "admins")).Text("message"), StringComparison.Ordinal);
        await one.NextAsync("left_room", frame => frame.Text("room") == $"candidate:{candidate}");
        Assert.Equal(resume, (await two.NextAsync("unwatched")).Id("resume_id"));
        Assert.Equal("forbidden", (await two.AskAsync(new { type = "join_room", room = "admins" }, "error")).Text("code"));
        Assert.Equal(2, (await one.SettledAsync("left_room")).Count);
    }

    [Fact]
    public async Task A_connection_opened_or_refreshed_with_an_older_token_gets_back_nothing_that_was_taken_away()
    {
        var id = fixture.NewUserId("twofold");
        var older = Tokens.Create(id, new[] { "recruiter", "candidate" }, Older);
        using var newer = TestUser.WithToken(fixture.Server, id, Tokens.Create(id, "candidate", Newer));
        await newer.GetAsync("/api/notifications/unread-count");

        using var back = TestUser.WithToken(fixture.Server, id, older);
        await using var opened = await back.ConnectAsync();
        Assert.Equal("forbidden", (await opened.AskAsync(new { type = "join_room", room = "recruiters" }, "error")).Text("code"));

        await using var refreshed = await newer.ConnectAsync();
        await refreshed.AskAsync(new { type = "refresh_token", token = older }, "token_refreshed");
        Assert.Equal("forbidden", (await refreshed.AskAsync(new { type = "join_room", room = "recruiters" }, "error")).Text("code"));
    }

    [Fact]
    public async Task A_refreshed_token_keeps_a_connection_beyond_the_one_it_was_opened_with()
    {
        var id = fixture.NewUserId("brief");
        using var user = TestUser.WithToken(fixture.Server, id, Tokens.Create(id, "recruiter", TimeSpan.FromSeconds(30)));
        await using var socket = await user.ConnectAsync();
        Assert.InRange((await socket.NextAsync("token_expiring")).Number("expires_in"), 0, 30);

        var answer = await socket.AskAsync(new { type = "refresh_token", token = Tokens.Create(id, new[] { "recruiter", "admin" }), id = "r" }, "token_refreshed");

        Assert.Equal("r", answer.Text("ref"));
        Assert.InRange(answer.Number("token_expires_in"), 3_500, 3_600);
        await socket.AskAsync(new { type = "join_room", room = "admins" }, "joined_room");
    }

    [Fact]
    public async Task A_refreshed_token_is_judged_as_at_the_handshake()
    {
        using var user = await fixture.RecruiterAsync();
        await using var socket = await user.ConnectAsync();
        string[] bad =
        [
            "", "rubbish", "a.b.c", $"Bearer {user.Token}",
            Tokens.Create(user.Id, "admin", TimeSpan.FromSeconds(-1)),
            Tokens.Create(user.Id, "admin", key: "a key of somebody else, long enough to sign"),
        ];
        foreach (var token in bad)
            Assert.Equal("unauthenticated", (await socket.AskAsync(new { type = "refresh_token", token }, "error")).Text("code"));
        Assert.Equal(
            "forbidden", (await socket.AskAsync(new { type = "refresh_token", token = Tokens.Create("another", "admin") }, "error")).Text("code"));

        Assert.Equal("forbidden", (await socket.AskAsync(new { type = "join_room", room = "admins" }, "error")).Text("code"));
    }

    [Fact]
    public async Task A_refreshed_token_is_recorded_like_that_of_a_request()
    {
        using var user = await fixture.SignInAsync("recruiter", "candidate");
        await using var renewed = await user.ConnectAsync();
        await using var other = await user.ConnectAsync();
        await other.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");

        await renewed.AskAsync(new { type = "refresh_token", token = Tokens.Create(user.Id, "candidate", Newer) }, "token_refreshed");

        await other.NextAsync("left_room");
    }
}
