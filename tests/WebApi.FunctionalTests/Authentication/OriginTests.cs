using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>Which sites may connect from a browser, whichever way a client says who it is.</summary>
public sealed class OriginTests(OriginTests.Fixture fixture) : IClassFixture<OriginTests.Fixture>
{
    public enum Way
    {
        Token,
        Ticket,
        Header,
    }

    private HotGigsServer Server => fixture.Server;

    public static MatrixTheoryData<string, Way> Foreign => new(
        [
            "https://evil.example",
            "null",
            "http://127.0.0.1.evil.example",
            "http://localhost.evil.example:3000",
            "http://evil.example/?http://localhost",
            "http://localhost@evil.example",
            "https://app.example.com.evil.example",
            "https://notapp.example.com",
            "http://app.example.com",
            "https://app.example.com:8443",
            "file://",
            "localhost",
            "https://app.example.com,https://evil.example",
        ],
        Enum.GetValues<Way>());

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_origin_is_refused_however_good_the_token_is(string origin, Way way)
    {
        using var user = await fixture.RecruiterAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync(user, way, origin));
    }

    [Theory]
    [InlineData(Way.Token)]
    [InlineData(Way.Ticket)]
    [InlineData(Way.Header)]
    public async Task The_own_origin_a_configured_one_any_port_of_this_machine_and_none_are_let_in(Way way)
    {
        string?[] origins =
        [
            $"http://{Server.Address.Authority}", $"https://{Server.Address.Authority}", "https://app.example.com", "https://APP.example.com",
            "http://localhost:5173", "http://127.0.0.1:3000", "http://[::1]:3000", null,
        ];
        foreach (var origin in origins)
        {
            using var user = await fixture.RecruiterAsync();
            var (query, headers) = await HandshakeAsync(user, way, origin);
            await using var socket = await TestSocket.ConnectAsync(Server.Address, query, headers);
            Assert.Equal(user.Id, (await socket.NextAsync("connected")).Text("user_id"));
        }
    }

    [Fact]
    public async Task A_foreign_site_that_tries_a_ticket_does_not_use_it_up()
    {
        using var user = await fixture.RecruiterAsync();
        var ticket = (await user.PostAsync("/ws/ticket")).Json.Text("ticket");

        Assert.Equal(
            HttpStatusCode.Forbidden, await TestSocket.RefusalAsync(Server.Address, $"ticket={ticket}", ("Origin", "https://evil.example")));

        await using var socket = await TestSocket.ConnectAsync(Server.Address, $"ticket={ticket}");
        await socket.NextAsync("connected");
    }

    private async Task<HttpStatusCode> RefusalAsync(TestUser user, Way way, string origin)
    {
        var (query, headers) = await HandshakeAsync(user, way, origin);
        return await TestSocket.RefusalAsync(Server.Address, query, headers);
    }

    private static async Task<(string Query, (string, string)[] Headers)> HandshakeAsync(TestUser user, Way way, string? origin)
    {
        (string, string)[] from = origin is null ? [] : [("Origin", origin)];
        return way switch
        {
            Way.Token => ($"token={user.Token}", from),
            Way.Ticket => ($"ticket={(await user.PostAsync("/ws/ticket")).Json.Text("ticket")}", from),
            _ => ("", [.. from, ("Authorization", $"Bearer {user.Token}")]),
        };
    }

    public sealed class Fixture : ServerFixture
    {
        protected override Task<HotGigsServer> StartAsync() =>
            HotGigsServer.StartAsync(new Dictionary<string, string?> { ["Cors:AllowedOrigins:0"] = "https://app.example.com/" });
    }
}
