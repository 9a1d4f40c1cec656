using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HotGigs.GoogleStandIn;

/// <summary>The OAuth client that is registered at Google.</summary>
public sealed record GoogleClient(string Id, string Secret, string RedirectUri);

/// <summary>
/// A server on this machine that speaks the part of Google's OAuth and Drive APIs that HotGigs uses, over real HTTP,
/// with files in memory. It can be told what goes wrong.
/// </summary>
public sealed class GoogleServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string> requests = new();

    private GoogleServer(string url, GoogleClient client, TimeProvider clock)
    {
        Client = client;
        Grants = new Grants(clock);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.UseMiddleware<TroubleMiddleware>(this);
        app.UseRouting();
        app.MapOAuth(client, Grants);
        app.MapDrive(Drive, Grants);
    }

    public Uri Address => new(app.Urls.Single());

    public GoogleClient Client { get; }

    public Drive Drive { get; } = new();

    public Grants Grants { get; }

    /// <summary>Says what goes wrong with a request; <c>null</c> if nothing does. It may also wait, or change something first.</summary>
    public Func<HttpRequest, Task<Trouble?>> Trouble { get; set; } = _ => Task.FromResult<Trouble?>(null);

    /// <summary>The method and path of every request, in the order they came.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>The settings by which a HotGigs server uses this one.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["GoogleDrive:ClientId"] = Client.Id,
        ["GoogleDrive:ClientSecret"] = Client.Secret,
        ["GoogleDrive:RedirectUri"] = Client.RedirectUri,
        ["GoogleDrive:AuthBase"] = $"{Address}",
        ["GoogleDrive:TokenBase"] = $"{Address}",
        ["GoogleDrive:ApiBase"] = $"{Address}",
    };

    /// <summary>Starts one.</summary>
    /// <param name="url">Where to listen; a free port of this machine unless said.</param>
    /// <param name="client">Who may use it.</param>
    /// <param name="clock">By which access tokens expire.</param>
    public static async Task<GoogleServer> StartAsync(string url = "http://127.0.0.1:0", GoogleClient? client = null, TimeProvider? clock = null)
    {
        var server = new GoogleServer(
            url,
            client ?? new GoogleClient("hotgigs-client", "a secret of hotgigs", "http://localhost:8000/google-drive/callback"),
            clock ?? TimeProvider.System);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>Consents as a user who presses the button on Google's page.</summary>
    /// <returns>Where Google sends them back to.</returns>
    public static async Task<Uri> ConsentAsync(string authUrl, bool isGranted = true)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var page = await browser.GetAsync(new Uri(authUrl));
        if (!page.IsSuccessStatusCode)
            throw new InvalidOperationException(await page.Content.ReadAsStringAsync());
        using var answer = await browser.PostAsync(new Uri(isGranted ? authUrl : $"{authUrl}&decision=deny"), null);
        return answer.Headers.Location ?? throw new InvalidOperationException($"No way back: {(int)answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    internal void Note(HttpRequest request) => requests.Enqueue($"{request.Method} {request.Path}");
}
