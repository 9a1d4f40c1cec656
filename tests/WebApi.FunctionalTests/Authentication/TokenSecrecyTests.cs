using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;
using HotGigs.Tests.Shared.Telemetry;
using Microsoft.Data.Sqlite;

namespace HotGigs.WebApi.FunctionalTests.Authentication;

/// <summary>What identifies somebody must stand in no log and no trace, however much is written there.</summary>
public sealed class TokenSecrecyTests
{
    private const string OtherKey = "a key of somebody else, long enough to sign";

    private static readonly Dictionary<string, string?> LogEverything = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
        ["Logging:Console:LogLevel:Default"] = "Trace",
        ["Logging:Console:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging:Console:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests"] = "Trace",
        ["Logging:Console:FormatterOptions:IncludeScopes"] = "true",
    };

    private readonly string good = Tokens.Create("good", "recruiter");
    private readonly string expired = Tokens.Create("expired", "recruiter", TimeSpan.FromSeconds(-1));
    private readonly string forged = Tokens.Create("forged", "recruiter", key: OtherKey);
    private readonly List<string> tickets = [];

    [Fact]
    public async Task Whatever_is_logged_no_token_no_ticket_and_no_email_address_is()
    {
        using var data = new TemporaryFolder();
        await using var server = await HotGigsProcess.StartAsync(data.Path, LogEverything);
        using var user = await TestUser.SignInAsync(server, "rest", "recruiter", "admin");

        await ConnectInEveryWayAsync(server, user);
        await RefreshAsync(server, user);
        await SendMalformedRequestsAsync(server);
        await ImportAsync(user);
        await user.PostAsync($"/api/admin/users/{user.Id}/sign-out");
        Assert.Equal(HttpStatusCode.Unauthorized, (await user.GetAsync("/api/notifications")).Status);
        await FailAsync(server, data);

        // The last of it has been logged, and much before.
        await Eventually.TrueAsync(() => server.Output.Contains("[4000]", StringComparison.Ordinal));
        var log = server.Output;
        Assert.Contains("trce", log, StringComparison.Ordinal);
        Assert.Contains("no such table", log, StringComparison.Ordinal);
        AssertHoldsNoSecret(log, user.Token);
    }

    [Fact]
    public async Task No_trace_of_a_request_holds_them_either()
    {
        var written = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => written.Enqueue(
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)))}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await HotGigsServer.StartAsync();
        using var user = await TestUser.SignInAsync(server, "traced", "recruiter");

        await ConnectInEveryWayAsync(server, user);
        await RefreshAsync(server, user);

        await Eventually.TrueAsync(() => written.Any(text => text.Contains("/ws/connect", StringComparison.Ordinal)));
        AssertHoldsNoSecret(string.Join('\n', written.Where(text => !IsClient(text))), user.Token);
        AssertHoldsNoSecret(string.Join('\n', server.Log.Entries), user.Token);
    }

    [Fact]
    public async Task Nothing_that_is_exported_holds_them()
    {
        await using var collector = await Collector.StartAsync();
        using var data = new TemporaryFolder();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var user = await TestUser.SignInAsync(server, "exported", "recruiter", "admin");

        await ConnectInEveryWayAsync(server, user);
        await RefreshAsync(server, user);
        await ImportAsync(user);

        await Eventually.TrueAsync(() => collector.Spans.Any(span => span.Name == "publish") && collector.Metrics.Contains("hotgigs.mails.handled", StringComparison.Ordinal));
        AssertHoldsNoSecret(collector.Everything, user.Token);
        Assert.Contains("/api/notifications", collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("url.query", collector.Everything, StringComparison.Ordinal);
    }

    // The test's own HTTP client traces what it asks for, in the same process.
    private static bool IsClient(string text) => text.Contains("url.full", StringComparison.Ordinal);

    private async Task ConnectInEveryWayAsync(IServer server, TestUser user)
    {
        foreach (var way in (string[])["header", "token", "ticket"])
        {
            tickets.Add((await user.PostAsync("/ws/ticket")).Json.Text("ticket")!);
            await using var socket = await TestSocket.ConnectAsync(
                server.Address,
                way switch { "token" => $"token={good}", "ticket" => $"ticket={tickets[^1]}", _ => "" },
                way == "header" ? [("Authorization", $"Bearer {good}")] : []);
            await socket.AskAsync(new { type = "ping" }, "pong");
        }

        foreach (var query in (string[])[$"token={expired}", $"token={forged}", $"token=no-{forged[^20..]}", $"ticket={tickets[^1]}", $"ticket={good}"])
        {
            await using var socket = await TestSocket.ConnectAsync(server.Address, query);
            Assert.Equal(4401, (await socket.ClosedAsync()).Code);
        }

        await TestSocket.RefusalAsync(server.Address, $"token={good}", ("Origin", "https://evil.example"));
        await TestSocket.RefusalAsync(server.Address, $"ticket={tickets[0]}", ("Origin", "https://evil.example"));
        await user.GetAsync($"/ws/connect?token={good}");
        await user.GetAsync($"/api/nothing?token={good}&ticket={tickets[0]}");
        await user.GetAsync($"/api/notifications?token={good}&limit=0");
        using var late = TestUser.WithToken(server, "", expired);
        await late.GetAsync("/api/notifications");
    }

    private async Task RefreshAsync(IServer server, TestUser user)
    {
        await using var socket = await user.ConnectAsync();
        await socket.AskAsync(new { type = "refresh_token", token = user.Token }, "token_refreshed");
        foreach (var token in (string[])[good, expired, forged, forged[..^5]])
            await socket.AskAsync(new { type = "refresh_token", token }, "error");
        await socket.AskAsync($$"""{"type":"refresh_token","token":"{{good}}""", "error");
        await socket.AskAsync(new { type = good }, "error");
    }

    /// <summary>What a broken client or proxy sends: it is refused before it becomes a request.</summary>
    private async Task SendMalformedRequestsAsync(HotGigsProcess server)
    {
        string[] requests =
        [
            $"GET /ws/connect?ticket={tickets[0]} token={good} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n",
            $"GET /ws/connect?ticket={tickets[0]}\u0001{good} HTTP/1.1\r\nHost: {server.Address.Authority}\r\n\r\n",
            $"{good}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: {server.Address.Authority}\r\nAuthorization : Bearer {good[^90..]}\r\n\r\n",
            $"GET / HTTP/1.1\r\nHost: {good[^40..]}@x\r\n\r\n",
            $"POST / HTTP/1.1\r\nHost: {server.Address.Authority}\r\nContent-Length: {tickets[0]}\r\n\r\n",
        ];
        foreach (var request in requests)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, server.Address.Port);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
            using var answer = new StreamReader(client.GetStream());
            Assert.StartsWith("HTTP/1.1 4", await answer.ReadLineAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>A resume with an address in it, and the mail that tells of it.</summary>
    private static async Task ImportAsync(TestUser user)
    {
        await user.PutAsync("/api/notifications/preferences", """{ "types": { "resume_completed": { "email": true } }, "email": { "mode": "immediate" } }""");
        await user.EndOfImportAsync(await user.UploadedAsync(SampleResumes.Text(Person.Next())));
        await Eventually.GetAsync(
            () => user.GetAsync("/api/admin/emails?status=sent"), answer => answer.Json.Items("emails").Count > 0);
    }

    /// <summary>A fault of ours, while somebody connects and asks.</summary>
    private async Task FailAsync(HotGigsProcess server, TemporaryFolder data)
    {
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(data.Path, "hotgigs.db")};Pooling=false"))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = "ALTER TABLE NotificationFeeds RENAME TO Gone";
            await command.ExecuteNonQueryAsync();
        }

        await using var socket = await TestSocket.ConnectAsync(server.Address, $"token={good}");
        Assert.Equal(4503, (await socket.ClosedAsync()).Code);
        using var user = TestUser.WithToken(server, "good", good);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await user.GetAsync($"/api/notifications/unread-count?token={good}")).Status);
    }

    private void AssertHoldsNoSecret(string text, string restToken)
    {
        foreach (var token in (string[])[good, expired, forged, restToken])
        {
            Assert.DoesNotContain(token[^20..], text, StringComparison.Ordinal);
            Assert.DoesNotContain(token.Split('.')[1], text, StringComparison.Ordinal);
            Assert.DoesNotContain(token.Split('.')[1][..40], text, StringComparison.Ordinal);
        }

        foreach (var ticket in tickets)
            Assert.DoesNotContain(ticket[..20], text, StringComparison.Ordinal);
        Assert.DoesNotContain("@example", text, StringComparison.Ordinal);
    }
}
