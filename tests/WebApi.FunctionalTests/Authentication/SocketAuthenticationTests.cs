using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

public sealed class SocketAuthenticationTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private HotGigsServer Server => fixture.Server;

    [Theory]
    [InlineData("")]
    [InlineData("token=")]
    [InlineData("ticket=")]
    public async Task Without_a_token_the_handshake_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await TestSocket.RefusalAsync(Server.Address, query));

    [Fact]
    public async Task A_client_that_is_no_browser_may_send_the_token_as_a_header()
    {
        var id = fixture.NewUserId();
        await using var socket = await TestSocket.ConnectAsync(
            Server.Address, "", ("Authorization", $"Bearer {Tokens.Create(id)}"));
        Assert.Equal(id, (await socket.NextAsync("connected")).Text("user_id"));
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("a.b.c")]
    public async Task What_is_no_token_is_accepted_and_closed_with_4401(string token) => await AssertClosedAsync(token);

    [Fact]
    public async Task A_forged_token_is_accepted_and_closed_with_4401() =>
        await AssertClosedAsync(Tokens.Create("forger", key: "a key of somebody else, long enough to sign"));

    [Fact]
    public async Task An_expired_token_is_accepted_and_closed_with_4401() =>
        await AssertClosedAsync(Tokens.Create("late", lifetime: TimeSpan.FromSeconds(-1)));

    [Fact]
    public async Task A_token_that_expires_closes_its_connection_after_the_grace()
    {
        await using var strict = await HotGigsServer.StartAsync(new Dictionary<string, string?> { ["Realtime:TokenGrace"] = "00:00:00" });
        await using var socket = await TestSocket.ConnectAsync(
            strict.Address, $"token={Tokens.Create("brief", lifetime: TimeSpan.FromSeconds(2))}");
        var connected = await socket.NextAsync("connected");

        Assert.InRange(connected.Number("token_expires_in"), 0, 2);
        Assert.Equal(4401, (await socket.ClosedAsync()).Code);
    }

    private async Task AssertClosedAsync(string token)
    {
        await using var socket = await TestSocket.ConnectAsync(Server.Address, $"token={token}");
        var (code, reason) = await socket.ClosedAsync();

        Assert.Equal(4401, code);
        Assert.NotEmpty(reason!);
        Assert.Empty(socket.Frames);
    }
}
