using System.Net;
using System.Text.RegularExpressions;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Observability;

/// <summary>What Prometheus gets, and who else does not.</summary>
public sealed partial class ScrapeTests : IDisposable
{
    private const string ScrapeToken = "a token for those who scrape";

    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task There_are_no_metrics_unless_they_are_asked_for()
    {
        await using var server = await HotGigsProcess.StartAsync(data.Path);
        using var admin = await TestUser.SignInAsync(server, "boss", "admin");

        Problem.AssertIs(await admin.GetAsync("/metrics"), HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task They_are_for_admins_and_for_who_has_the_scrape_token()
    {
        await using var server = await StartAsync("Admin", ("Metrics:ScrapeToken", ScrapeToken));
        using var admin = await TestUser.SignInAsync(server, "boss", "admin");
        using var recruiter = await TestUser.SignInAsync(server, "rosa", "recruiter");
        using var nobody = TestUser.WithToken(server, "", null);
        using var scraper = TestUser.WithToken(server, "", ScrapeToken);
        using var guesser = TestUser.WithToken(server, "", ScrapeToken + "!");

        Problem.AssertIs(await nobody.GetAsync("/metrics"), HttpStatusCode.Unauthorized, "unauthenticated");
        Problem.AssertIs(await guesser.GetAsync("/metrics"), HttpStatusCode.Unauthorized, "unauthenticated");
        Problem.AssertIs(await recruiter.GetAsync("/metrics"), HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/metrics")).Status);
        Assert.Equal(HttpStatusCode.OK, (await scraper.GetAsync("/metrics")).Status);
        Problem.AssertIs(await scraper.GetAsync("/api/notifications"), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task They_come_in_the_text_format_with_the_values_of_this_server()
    {
        await using var server = await StartAsync("Open");
        using var user = await TestUser.SignInAsync(server, "ann", "recruiter");
        await using var socket = await user.ConnectAsync();
        await socket.AskAsync(new { type = "ping" }, "pong");
        using var nobody = TestUser.WithToken(server, "", null);

        var answer = await Eventually.GetAsync(
            () => nobody.GetAsync("/metrics"), answer => answer.Text.Contains("message_type=\"ping\"", StringComparison.Ordinal));

        Assert.StartsWith("text/plain", answer.ContentType, StringComparison.Ordinal);
        Assert.All(answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(ExpositionLine(), line));
        Assert.Equal("1", ValueOf(answer, "hotgigs_realtime_connections"));
        Assert.Equal("1", ValueOf(answer, "hotgigs_realtime_messages_received_total"));
        Assert.True(double.Parse(ValueOf(answer, "hotgigs_realtime_sent_bytes_total"), System.Globalization.CultureInfo.InvariantCulture) > 100);
        Assert.NotEmpty(ValueOf(answer, "dotnet_gc_collections_total"));
        Assert.NotEmpty(ValueOf(answer, "http_server_active_requests"));
        Assert.NotEmpty(ValueOf(answer, "kestrel_active_connections"));
        Assert.Contains("service_name=\"hotgigs\"", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_another_port_than_the_one_named_there_are_none()
    {
        await using var server = await StartAsync("Open", ("Metrics:Port", "1"));
        using var nobody = TestUser.WithToken(server, "", null);

        Problem.AssertIs(await nobody.GetAsync("/metrics"), HttpStatusCode.NotFound, "not_found");
    }

    // Processes of their own: what is scraped are the meters of a whole process.
    private Task<HotGigsProcess> StartAsync(string access, params (string Name, string Value)[] more) =>
        HotGigsProcess.StartAsync(data.Path, new Dictionary<string, string?>(more.Select(one => KeyValuePair.Create(one.Name, (string?)one.Value)))
        {
            ["Metrics:Prometheus"] = access,
        });

    private static string ValueOf(Answer answer, string name) => answer.Text.Split('\n')
        .First(line => line.StartsWith($"{name}{{", StringComparison.Ordinal) || line.StartsWith($"{name} ", StringComparison.Ordinal))
        .Split(' ')[^1];

    [GeneratedRegex("""^(# (TYPE|HELP|UNIT|EOF).*|[a-zA-Z_:][a-zA-Z0-9_:]*(\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*",?)*\})? \S+( \d+)?)$""")]
    private static partial Regex ExpositionLine();
}
