using System.Net;
using System.Security.Cryptography;
using HotGigs.IdentityProvider;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>Tokens of an OpenID Connect provider, over real HTTP, with the provider well and away.</summary>
public sealed class IdentityProviderTests : IAsyncLifetime
{
    private static readonly Account Ada = new("ada", "Ada Admin", "ada@example.com", "admin", "recruiter");

    private ProviderServer provider = null!;

    public async ValueTask InitializeAsync() => provider = await ProviderServer.StartAsync([Ada]);

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    [Theory]
    [InlineData("role")]
    [InlineData("roles")]
    [InlineData("https://hotgigs.ai/roles")]
    public async Task Its_token_is_taken_by_REST_and_socket_with_its_roles_wherever_it_holds_them(string roleClaim)
    {
        provider.RoleClaim = roleClaim;
        await using var server = await HotGigsServer.StartAsync(provider.Settings);
        using var ada = await SignInAsync(server);

        var users = (await ada.GetAsync("/api/admin/users?search=Ada%20Admin")).Json.Items("users");
        Assert.Equal(["recruiter", "admin"], Assert.Single(users).Items("roles").Select(role => role.GetString()));
        await using var socket = await TestSocket.ConnectAsync(server.Address, $"token={ada.Token}");
        Assert.Equal("ada", (await socket.NextAsync("connected")).Text("user_id"));
    }

    [Fact]
    public async Task A_token_for_another_application_of_the_provider_is_refused()
    {
        await using var server = await HotGigsServer.StartAsync(provider.Settings);
        provider.Audience = "payroll";

        await AssertRefusedAsync(server, await provider.AccessTokenAsync(Ada));
    }

    [Fact]
    public async Task A_token_that_says_the_same_and_is_signed_by_another_key_is_refused()
    {
        await using var server = await HotGigsServer.StartAsync(provider.Settings);
        var genuine = new JsonWebToken(await provider.AccessTokenAsync(Ada));
        using var key = RSA.Create(2048);
        var forged = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = genuine.Issuer,
            Audience = provider.Audience,
            Claims = new Dictionary<string, object> { ["sub"] = "ada", ["role"] = "admin" },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = genuine.Kid }, SecurityAlgorithms.RsaSha256),
        });

        await AssertRefusedAsync(server, forged);
    }

    [Fact]
    public async Task While_the_provider_was_never_reached_a_token_is_answered_unavailable_and_is_good_once_it_is()
    {
        var token = await provider.AccessTokenAsync(Ada);
        await provider.StopAsync();
        await using var server = await HotGigsServer.StartAsync(provider.Settings);
        using var ada = TestUser.WithToken(server, Ada.Id, token);

        Problem.AssertIs(await ada.GetAsync("/api/notifications"), HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await TestSocket.RefusalAsync(server.Address, $"token={token}"));
        using var anyone = TestUser.WithToken(server, "", null);
        Problem.AssertIs(await anyone.GetAsync("/api/notifications"), HttpStatusCode.Unauthorized, "unauthenticated");

        await provider.StartAgainAsync();
        await Eventually.GetAsync(() => ada.GetAsync("/api/notifications"), answer => answer.Status == HttpStatusCode.OK);
        await using var socket = await TestSocket.ConnectAsync(server.Address, $"token={token}");
        await socket.NextAsync("connected");
    }

    [Fact]
    public async Task A_provider_that_is_away_later_keeps_nobody_out_and_lets_nobody_in()
    {
        await using var server = await HotGigsServer.StartAsync(provider.Settings);
        using var ada = await SignInAsync(server);
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/api/notifications")).Status);

        await provider.StopAsync();
        Assert.Equal(HttpStatusCode.OK, (await ada.GetAsync("/api/notifications")).Status);
        await using var socket = await TestSocket.ConnectAsync(server.Address, $"token={ada.Token}");
        await socket.NextAsync("connected");
        await AssertRefusedAsync(server, Tokens.Create("ada", "admin"));
    }

    [Fact]
    public async Task A_page_is_told_how_to_sign_in_and_may_reach_the_provider_and_no_other_site()
    {
        const string Fields = "authority client_id display_name method role_claim scope";
        await using var server = await HotGigsServer.StartAsync(provider.Settings);
        var answer = (await AnyoneAsync(server, "/api/sign-in")).Json;

        Assert.Equal(Fields, answer.Names());
        Assert.Equal(("oidc", provider.Authority, "hotgigs-pages"), (answer.Text("method"), answer.Text("authority"), answer.Text("client_id")));
        Assert.Equal(("Example Corp", "role"), (answer.Text("display_name"), answer.Text("role_claim")));
        Assert.Contains("openid", answer.Text("scope"), StringComparison.Ordinal);
        Assert.Contains($"connect-src 'self' ws: wss: {provider.Authority}; ", await PolicyAsync(server), StringComparison.Ordinal);

        await using var developers = await HotGigsServer.StartAsync();
        var demo = (await AnyoneAsync(developers, "/api/sign-in")).Json;
        Assert.Equal((Fields, "development"), (demo.Names(), demo.Text("method")));
        Assert.Contains("connect-src 'self' ws: wss:; ", await PolicyAsync(developers), StringComparison.Ordinal);
    }

    private static async Task<Answer> AnyoneAsync(HotGigsServer server, string path)
    {
        using var anyone = TestUser.WithToken(server, "", null);
        return await anyone.GetAsync(path);
    }

    private static async Task<string> PolicyAsync(HotGigsServer server)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(new Uri("/health/live", UriKind.Relative));
        return Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
    }

    private static async Task AssertRefusedAsync(HotGigsServer server, string token)
    {
        using var user = TestUser.WithToken(server, Ada.Id, token);
        Problem.AssertIs(await user.GetAsync("/api/notifications"), HttpStatusCode.Unauthorized, "unauthenticated");
        await using var socket = await TestSocket.ConnectAsync(server.Address, $"token={token}");
        Assert.Equal(4401, (await socket.ClosedAsync()).Code);
    }

    private async Task<TestUser> SignInAsync(HotGigsServer server) =>
        TestUser.WithToken(server, Ada.Id, await provider.AccessTokenAsync(Ada));
}
