using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>A token that stands in an address must stand in no log, however much is logged.</summary>
public sealed class TokenSecrecyTests
{
    private static readonly Dictionary<string, string?> LogEverything = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging:Console:LogLevel:Default"] = "Trace",
        ["Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
    };

    [Fact]
    public async Task Whatever_is_logged_no_token_is()
    {
        using var data = new TemporaryFolder();
        await using var server = await HotGigsProcess.StartAsync(data.Path, LogEverything);
        var good = Tokens.Create("good", "recruiter");
        var expired = Tokens.Create("expired", "recruiter", TimeSpan.FromSeconds(-1));
        var forged = Tokens.Create("forged", "recruiter", key: "a key of somebody else, long enough to sign");

        await using (var socket = await TestSocket.ConnectAsync(server.Address, $"token={good}"))
            await socket.AskAsync(new { type = "ping" }, "pong");
        foreach (var token in (string[])[expired, forged, $"no-token-{forged[^20..]}"])
        {
            await using var socket = await TestSocket.ConnectAsync(server.Address, $"token={token}");
            await socket.ClosedAsync();
        }

        await TestSocket.RefusalAsync(server.Address, $"token={good}", ("Origin", "https://evil.example"));
        using var rest = await TestUser.SignInAsync(server, "rest", "recruiter");
        await rest.GetAsync($"/ws/connect?token={good}");
        Assert.Equal(HttpStatusCode.NotFound, (await rest.GetAsync($"/api/nothing?token={good}")).Status);

        Assert.Contains("dbug", server.Output, StringComparison.Ordinal);
        foreach (var token in (string[])[good, expired, forged, rest.Token])
        {
            Assert.DoesNotContain(token[^20..], server.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(token.Split('.')[1], server.Output, StringComparison.Ordinal);
        }
    }
}
