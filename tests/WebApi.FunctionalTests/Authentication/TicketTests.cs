using System.Globalization;
using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>Connecting by ticket, so that no token has to stand in an address.</summary>
public sealed class TicketTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_ticket_lets_its_user_connect_once()
    {
        using var user = await fixture.RecruiterAsync();
        var answer = await user.PostAsync("/ws/ticket");
        Assert.Equal(30, answer.Json.Number("expires_in"));
        Assert.Equal("no-store", answer.Headers["Cache-Control"]);
        var query = $"ticket={answer.Json.Text("ticket")}";

        await using var socket = await TestSocket.ConnectAsync(fixture.Server.Address, query);
        var connected = await socket.NextAsync("connected");
        Assert.Equal(user.Id, connected.Text("user_id"));
        Assert.InRange(connected.Number("token_expires_in"), 3_000, 3_600);
        await socket.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");

        await AssertClosedAsync(query);
    }

    [Fact]
    public async Task Of_two_who_connect_with_it_at_the_same_moment_one_gets_in()
    {
        using var user = await fixture.RecruiterAsync();
        var ticket = (await user.PostAsync("/ws/ticket")).Json.Text("ticket");

        var sockets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestSocket.ConnectAsync(fixture.Server.Address, $"ticket={ticket}")));

        var codes = await Task.WhenAll(sockets.Select(CloseCodeAsync));
        Assert.Equal([4401, 4401, 4401], codes.OfType<int>());
        foreach (var socket in sockets)
            await socket.DisposeAsync();
    }

    [Theory]
    [InlineData("ticket=never-issued")]
    [InlineData("ticket=%00")]
    public async Task What_is_no_ticket_is_accepted_and_closed_with_4401(string query) => await AssertClosedAsync(query);

    [Fact]
    public async Task A_ticket_takes_a_valid_token()
    {
        foreach (var token in (string?[])[null, "rubbish", Tokens.Create("late", "recruiter", TimeSpan.FromSeconds(-1))])
        {
            using var user = TestUser.WithToken(fixture.Server, "", token);
            Problem.AssertIs(await user.PostAsync("/ws/ticket"), HttpStatusCode.Unauthorized, "unauthenticated");
        }

        using var inTheAddress = TestUser.WithToken(fixture.Server, "", null);
        Problem.AssertIs(
            await inTheAddress.PostAsync($"/ws/ticket?token={Tokens.Create("someone")}"), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task Too_many_tickets_of_a_user_are_refused_with_429()
    {
        using var greedy = await fixture.RecruiterAsync();
        using var other = await fixture.RecruiterAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => greedy.PostAsync("/ws/ticket")));

        Assert.Equal(30, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
        {
            Problem.AssertIs(answer, HttpStatusCode.TooManyRequests, "rate_limited");
            Assert.InRange(int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture), 1, 30);
        });
        Assert.Equal(HttpStatusCode.OK, (await other.PostAsync("/ws/ticket")).Status);
    }

    /// <summary>What it was closed with; <c>null</c> for one that was let in.</summary>
    private static async Task<int?> CloseCodeAsync(TestSocket socket)
    {
        var connected = socket.NextAsync("connected");
        var closed = socket.ClosedAsync();
        await Task.WhenAny(connected, closed);
        return connected.IsCompletedSuccessfully ? null : (await closed).Code;
    }

    private async Task AssertClosedAsync(string query)
    {
        await using var socket = await TestSocket.ConnectAsync(fixture.Server.Address, query);
        Assert.Equal(4401, (await socket.ClosedAsync()).Code);
        Assert.Empty(socket.Frames);
    }
}
