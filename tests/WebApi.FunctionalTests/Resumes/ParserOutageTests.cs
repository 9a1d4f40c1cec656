using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>The parser is another program, and that program is away for a while.</summary>
public sealed class ParserOutageTests : IAsyncDisposable
{
    private readonly WebApplication program;
    private volatile bool isAway = true;
    private int asked;

    public ParserOutageTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        program = builder.Build();
        program.MapPost("/parse", http =>
        {
            Interlocked.Increment(ref asked);
            http.Response.StatusCode = isAway ? 503 : 200;
            return http.Response.WriteAsync(isAway ? "" : """{"full_name":"Jane Doe","email":"jane@mail.example"}""");
        });
    }

    [Fact]
    public async Task Resumes_wait_in_the_queue_and_complete_when_it_is_back()
    {
        await using var server = await StartAsync(maxOutage: "01:00:00");
        using var recruiter = await TestUser.SignInAsync(server, "recruiter", "recruiter");
        var id = await recruiter.UploadedAsync(SampleResumes.Text(Person.Next()));

        // More often than a fault that may be the document's is forgiven.
        await Eventually.TrueAsync(() => Volatile.Read(ref asked) >= 5);
        var waiting = (await Eventually.GetAsync(
            () => recruiter.GetAsync($"/api/resumes/{id}/status"), status => status.Json.Number("progress_percentage") == 0)).Json;
        Assert.Equal(("processing", "Queued"), (waiting.Text("status"), waiting.Text("current_step")));
        Assert.True(waiting.IsNull("error_message"));

        isAway = false;
        Assert.Equal("completed", (await recruiter.EndOfImportAsync(id)).Text("status"));
    }

    [Fact]
    public async Task When_it_stays_away_for_too_long_that_is_said_and_the_document_is_not_blamed()
    {
        await using var server = await StartAsync(maxOutage: "00:00:01");
        using var recruiter = await TestUser.SignInAsync(server, "recruiter", "recruiter");

        var end = await recruiter.EndOfImportAsync(await recruiter.UploadedAsync(SampleResumes.Text(Person.Next())));

        Assert.Equal(
            ("failed", "The service that reads resumes has not been available for too long. Please upload this resume again later."),
            (end.Text("status"), end.Text("error_message")));
    }

    public async ValueTask DisposeAsync() => await program.DisposeAsync();

    private async Task<HotGigsServer> StartAsync(string maxOutage)
    {
        await program.StartAsync(TestContext.Current.CancellationToken);
        return await HotGigsServer.StartAsync(new Dictionary<string, string?>
        {
            ["ResumeImport:Parser"] = "http",
            ["ResumeImport:Http:Url"] = $"{program.Urls.Single()}/parse",
            ["ResumeImport:Http:Retries"] = "0",
            ["ResumeImport:ParserRetryDelay"] = "00:00:00.1",
            ["ResumeImport:MaxParserOutage"] = maxOutage,
            ["ResumeImport:PollInterval"] = "00:00:00.1",
        });
    }
}
