using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.WebApi.FunctionalTests.Pages;

/// <summary>The web client has its own addresses: whatever is nobody else's gets its page, without a token.</summary>
public sealed class PageTests : IAsyncLifetime
{
    private readonly TemporaryFolder pages = new();
    private HotGigsServer server = null!;
    private TestUser anyone = null!;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(pages.Path, "assets"));
        await File.WriteAllTextAsync(Path.Combine(pages.Path, "index.html"), "<!doctype html><title>The page</title>");
        await File.WriteAllTextAsync(Path.Combine(pages.Path, "assets", "app-1a2b.js"), "run()");
        server = await HotGigsServer.StartAsync(new Dictionary<string, string?> { ["webroot"] = pages.Path });
        anyone = TestUser.WithToken(server, "", null);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/candidates")]
    [InlineData("/candidates/01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("/google-drive?sync=1")]
    [InlineData("/apiary")]
    public async Task Its_addresses_give_the_page(string path)
    {
        var answer = await anyone.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.Status, answer.ContentType));
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
        Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hashed_asset_may_be_kept_for_ever() =>
        Assert.Contains("immutable", (await anyone.GetAsync("/assets/app-1a2b.js")).Headers["Cache-Control"], StringComparison.Ordinal);

    [Theory]
    [InlineData("/assets/gone.js")]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/API/nothing")]
    [InlineData("/ws/nothing")]
    [InlineData("/dev/nothing")]
    [InlineData("/health/nothing")]
    public async Task The_servers_own_paths_and_missing_files_do_not(string path)
    {
        using var user = await TestUser.SignInAsync(server, "someone", "recruiter");
        Problem.AssertIs(await user.GetAsync(path), HttpStatusCode.NotFound, "not_found");
    }

    public async ValueTask DisposeAsync()
    {
        anyone.Dispose();
        await server.DisposeAsync();
        pages.Dispose();
    }
}
