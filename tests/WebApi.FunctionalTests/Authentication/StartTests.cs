using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>What the program does with its settings when it starts, as a process of its own.</summary>
public sealed class StartTests : IDisposable
{
    private static readonly Dictionary<string, string?> Production = new() { ["environment"] = "Production" };

    private readonly TemporaryFolder data = new();

    [Theory]
    [InlineData(null, null, "Jwt:SigningKey")]
    [InlineData("only thirty-one bytes, which is", null, "Jwt:SigningKey")]
    [InlineData(ServerSettings.SigningKey, "https://login.example.com", "Jwt:Authority")]
    [InlineData(null, "http://login.example.com", "Jwt:Authority")]
    public async Task In_Production_it_refuses_to_start_without_one_safe_way_to_validate_tokens(
        string? key, string? authority, string named)
    {
        var (exitCode, output) = await HotGigsProcess.RunAsync(
            data.Path, new Dictionary<string, string?>(Production) { ["Jwt:SigningKey"] = key, ["Jwt:Authority"] = authority });

        Assert.NotEqual(0, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
        if (key is not null)
            Assert.DoesNotContain(key, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WS_PING_INTERVAL", "soon", "WS_PING_INTERVAL")]
    [InlineData("WS_RECONNECT_DELAY", "0", "WS_RECONNECT_DELAY")]
    [InlineData("WS_MAX_RECONNECT_ATTEMPTS", "-1", "WS_MAX_RECONNECT_ATTEMPTS")]
    [InlineData("SignIn:ClientId", "hotgigs-pages", "SignIn:ClientId")]
    [InlineData("SignIn:Scope", "profile", "SignIn:Scope")]
    [InlineData("Jwt:RoleClaim", " ", "Jwt:RoleClaim")]
    [InlineData("Realtime:MaxConnections", "0", "Realtime:MaxConnections")]
    [InlineData("Proxies:Trusted:0", "the proxy", "Proxies:Trusted:0")]
    [InlineData("Cors:AllowedOrigins:0", "app.example.com", "Cors:AllowedOrigins:0")]
    [InlineData("Metrics:Prometheus", "maybe", "Metrics:Prometheus")]
    [InlineData("Metrics:ScrapeToken", "a token for those who scrape", "Metrics:ScrapeToken")]
    [InlineData("Metrics:Port", "0", "Metrics:Port")]
    [InlineData("OpenTelemetry:Endpoint", "collector:4317", "OpenTelemetry:Endpoint")]
    public async Task It_refuses_to_start_with_a_setting_that_makes_no_sense_and_names_it(string setting, string value, string named)
    {
        var (exitCode, output) = await HotGigsProcess.RunAsync(data.Path, new Dictionary<string, string?> { [setting] = value });

        Assert.NotEqual(0, exitCode);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Production_it_is_ready_once_the_database_is_migrated()
    {
        await using var server = await HotGigsProcess.ListenAsync(data.Path, Production);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await server.ReadinessAsync());

        var (exitCode, output) = await HotGigsProcess.RunAsync(data.Path, Production, "--migrate");
        Assert.True(exitCode == 0, output);
        Assert.Contains("Applied", output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await server.ReadinessAsync());

        using var recruiter = await TestUser.SignInAsync(server, "first", "recruiter");
        Assert.Equal(HttpStatusCode.OK, (await recruiter.GetAsync("/api/notifications")).Status);
        using var anyone = TestUser.WithToken(server, "", null);
        await AssertNoDevelopmentRoutesAsync(anyone, recruiter);
        Assert.Equal("token", (await anyone.GetAsync("/api/sign-in")).Json.Text("method"));
        await AssertForeignOriginsAreRefusedAsync(server, recruiter);
    }

    public void Dispose() => data.Dispose();

    private static async Task AssertNoDevelopmentRoutesAsync(TestUser anyone, TestUser recruiter)
    {
        Assert.NotEqual(HttpStatusCode.OK, (await anyone.PostAsync("/dev/token", new { sub = "intruder", roles = new[] { "admin" } })).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await anyone.GetAsync("/dev/users")).Status);
        Problem.AssertIs(await recruiter.PostAsync("/dev/token", new { sub = "intruder" }), HttpStatusCode.NotFound, "not_found");
        Problem.AssertIs(await recruiter.GetAsync("/dev/users"), HttpStatusCode.NotFound, "not_found");
    }

    private static async Task AssertForeignOriginsAreRefusedAsync(HotGigsProcess server, TestUser recruiter)
    {
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await TestSocket.RefusalAsync(server.Address, $"token={recruiter.Token}", ("Origin", "http://localhost:5173")));
        await using var socket = await TestSocket.ConnectAsync(
            server.Address, $"token={recruiter.Token}", ("Origin", $"https://{server.Address.Authority}"));
        await socket.NextAsync("connected");
    }
}
