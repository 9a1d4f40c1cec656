using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>Admins who sign others out.</summary>
public sealed class SignOutTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task All_connections_of_the_user_are_closed_with_4401_and_their_tokens_and_tickets_are_refused()
    {
        using var admin = await fixture.AdminAsync();
        using var user = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        await using var one = await user.ConnectAsync();
        await using var two = await user.ConnectAsync();
        await using var untouched = await other.ConnectAsync();
        var ticket = (await user.PostAsync("/ws/ticket")).Json.Text("ticket");

        Assert.Equal(HttpStatusCode.NoContent, (await admin.PostAsync($"/api/admin/users/{user.Id}/sign-out")).Status);

        Assert.Equal(4401, (await one.ClosedAsync()).Code);
        Assert.Equal(4401, (await two.ClosedAsync()).Code);
        await untouched.SettledAsync();
        foreach (var query in (string[])[$"token={user.Token}", $"ticket={ticket}"])
        {
            await using var again = await TestSocket.ConnectAsync(fixture.Server.Address, query);
            Assert.Equal(4401, (await again.ClosedAsync()).Code);
        }

        Problem.AssertIs(await user.GetAsync("/api/notifications"), HttpStatusCode.Unauthorized, "unauthenticated");
        Problem.AssertIs(await user.PostAsync("/ws/ticket"), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_token_issued_afterwards_is_good_and_an_older_one_does_not_refresh_it()
    {
        using var admin = await fixture.AdminAsync();
        using var user = await fixture.RecruiterAsync();
        await admin.PostAsync($"/api/admin/users/{user.Id}/sign-out");

        // Tokens are made an hour before they expire.
        var newer = Tokens.Create(user.Id, "recruiter", TimeSpan.FromHours(1) + TimeSpan.FromSeconds(5));
        using var back = TestUser.WithToken(fixture.Server, user.Id, newer);
        await using var socket = await back.ConnectAsync();

        var refused = await socket.AskAsync(new { type = "refresh_token", token = user.Token }, "error");
        Assert.Equal("unauthenticated", refused.Text("code"));
        await socket.SettledAsync();
    }

    [Fact]
    public async Task Somebody_who_was_never_here_is_404()
    {
        using var admin = await fixture.AdminAsync();
        Problem.AssertIs(await admin.PostAsync("/api/admin/users/nobody/sign-out"), HttpStatusCode.NotFound, "not_found");
    }

    [Theory]
    [InlineData("recruiter")]
    [InlineData("candidate")]
    [InlineData("service")]
    public async Task Others_than_admins_are_refused_even_for_themselves(string role)
    {
        using var user = await fixture.SignInAsync(role);
        await using var socket = await user.ConnectAsync();

        Problem.AssertIs(await user.PostAsync($"/api/admin/users/{user.Id}/sign-out"), HttpStatusCode.Forbidden, "forbidden");
        await socket.SettledAsync();
    }
}
