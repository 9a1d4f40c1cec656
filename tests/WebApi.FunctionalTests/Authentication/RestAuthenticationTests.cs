using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

public sealed class RestAuthenticationTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string OtherKey = "a key of somebody else, long enough to sign";

    public static TheoryData<string> Routes =>
    [
        "/api/notifications",
        "/api/notifications/unread-count",
        "/api/resumes/candidates",
        "/api/resumes/admin/candidates",
        "/api/resumes/01890a5d-ac96-774b-bcce-b302099a8057/status",
    ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_a_token_a_route_answers_401(string route) => await AssertRefusedAsync(null, route);

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task With_a_token_of_another_key_a_route_answers_401(string route) =>
        await AssertRefusedAsync(Tokens.Create("forger", "admin", key: OtherKey), route);

    [Fact]
    public async Task An_expired_token_answers_401() =>
        await AssertRefusedAsync(Tokens.Create("late", "recruiter", TimeSpan.FromSeconds(-5)), "/api/notifications");

    [Theory]
    [InlineData("rubbish")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")]
    public async Task What_is_no_signed_token_answers_401(string token) => await AssertRefusedAsync(token, "/api/notifications");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("line\nbreak")]
    public async Task A_token_without_a_usable_sub_answers_401(string subject) =>
        await AssertRefusedAsync(Tokens.Create(subject, "recruiter"), "/api/notifications");

    [Fact]
    public async Task A_sub_of_128_characters_is_let_in_and_one_of_129_is_not()
    {
        var longest = new string('x', 128);
        using var user = TestUser.WithToken(fixture.Server, longest, Tokens.Create(longest));
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/api/notifications")).Status);

        await AssertRefusedAsync(Tokens.Create(longest + 'x'), "/api/notifications");
    }

    [Fact]
    public async Task The_query_takes_no_token_but_for_the_socket() =>
        await AssertRefusedAsync(null, $"/api/notifications?token={Tokens.Create("someone")}");

    [Fact]
    public async Task The_role_claim_may_be_a_text_or_a_list()
    {
        foreach (object roles in (object[])["admin", new[] { "admin" }, new[] { "recruiter", "admin" }])
        {
            var id = fixture.NewUserId("admin");
            using var admin = TestUser.WithToken(fixture.Server, id, Tokens.Create(id, roles));
            Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/api/resumes/admin/candidates")).Status);
        }
    }

    [Fact]
    public async Task A_role_that_nobody_knows_grants_nothing()
    {
        using var user = await fixture.SignInAsync("superuser", "Admin");
        Problem.AssertIs(await user.GetAsync("/api/resumes/admin/candidates"), HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync("/api/notifications")).Status);
    }

    [Fact]
    public async Task In_Development_anyone_gets_a_token_for_anyone()
    {
        using var anyone = TestUser.WithToken(fixture.Server, "", null);
        var answer = await anyone.PostAsync(
            "/dev/token", new { sub = "dev-admin", name = "Dev", email = "dev@example.com", roles = new[] { "admin" }, expires_in = 60 });

        Assert.Equal("expires_at token", answer.Json.Names());
        Assert.InRange(answer.Json.Time("expires_at") - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(61));
        using var admin = TestUser.WithToken(fixture.Server, "dev-admin", answer.Json.Text("token"));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/api/resumes/admin/candidates")).Status);
    }

    [Theory]
    [InlineData("""{ "name": "nobody" }""", "sub")]
    [InlineData("""{ "sub": 5 }""", "sub")]
    [InlineData("""{ "sub": "x", "roles": "recruiter" }""", "roles")]
    [InlineData("""{ "sub": "x", "roles": ["boss"] }""", "roles")]
    [InlineData("""{ "sub": "x", "expires_in": 99999999 }""", "expires_in")]
    public async Task A_wrong_wish_for_a_token_names_the_field(string body, string field)
    {
        using var anyone = TestUser.WithToken(fixture.Server, "", null);
        Problem.AssertNames(await anyone.PostAsync("/dev/token", body), field);
    }

    [Fact]
    public async Task Health_and_status_need_no_token()
    {
        using var anyone = TestUser.WithToken(fixture.Server, "", null);
        foreach (var path in (string[])["/health/live", "/health/ready", "/ws/status"])
            Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync(path)).Status);
    }

    private async Task AssertRefusedAsync(string? token, string route)
    {
        using var user = TestUser.WithToken(fixture.Server, "", token);
        Problem.AssertIs(await user.GetAsync(route), HttpStatusCode.Unauthorized, "unauthenticated");
    }
}
