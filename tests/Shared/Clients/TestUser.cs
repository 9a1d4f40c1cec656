using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HotGigs.Tests.Shared.Resumes;
using HotGigs.Tests.Shared.Servers;

namespace HotGigs.Tests.Shared.Clients;

/// <summary>Someone who is signed in to a server, and all they can do there.</summary>
public sealed class TestUser : IDisposable
{
    private readonly IServer server;
    private readonly HttpClient http;

    private TestUser(IServer server, string id, string? token)
    {
        this.server = server;
        Id = id;
        Token = token ?? "";
        http = new HttpClient { BaseAddress = server.Address, Timeout = Eventually.Deadline };
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string Id { get; }

    public string Name => Tokens.NameOf(Id);

    public string Token { get; }

    /// <summary>Somebody the server knows: it has seen their token, so they are in the directory.</summary>
    public static async Task<TestUser> SignInAsync(IServer server, string id, params string[] roles)
    {
        var user = WithToken(server, id, Tokens.Create(id, roles));
        await user.GetAsync("/api/notifications/unread-count");
        return user;
    }

    /// <summary>Somebody with a token that the server has not seen yet, or none.</summary>
    public static TestUser WithToken(IServer server, string id, string? token) => new(server, id, token);

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, JsonBody(body));

    public Task<Answer> PutAsync(string path, object? body = null) => SendAsync(HttpMethod.Put, path, JsonBody(body));

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Answer.ReadAsync(await http.SendAsync(request));
    }

    /// <summary>Uploads one file the way a browser's form does.</summary>
    public Task<Answer> UploadAsync(SampleFile file, string? source = null)
    {
        var content = new ByteArrayContent(file.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
        var form = new MultipartFormDataContent { { content, "file", file.Name } };
        if (source is not null)
            form.Add(new StringContent(source), "source");
        return SendAsync(HttpMethod.Post, "/api/resumes/upload", form);
    }

    /// <summary>Uploads one file that is accepted.</summary>
    /// <returns>The resume's id.</returns>
    public async Task<Guid> UploadedAsync(SampleFile file)
    {
        var answer = await UploadAsync(file);
        return answer.Json.TryGetProperty("resume_id", out var id)
            ? id.GetGuid()
            : throw new InvalidOperationException($"The upload was refused: {answer}");
    }

    /// <summary>Waits until a resume has completed or failed.</summary>
    /// <returns>Its last status.</returns>
    public async Task<JsonElement> EndOfImportAsync(Guid resumeId)
    {
        var end = await Eventually.GetAsync(
            () => GetAsync($"/api/resumes/{resumeId}/status"), answer => answer.Json.Text("status") is "completed" or "failed");
        return end.Json;
    }

    /// <summary>The newest notifications, newest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> NotificationsAsync(string query = "limit=100") =>
        (await GetAsync($"/api/notifications?{query}")).Json.Items("notifications");

    /// <summary>Opens a socket and reads the greeting.</summary>
    public async Task<TestSocket> ConnectAsync()
    {
        var socket = await TestSocket.ConnectAsync(server.Address, $"token={Token}");
        await socket.NextAsync("connected");
        return socket;
    }

    public void Dispose() => http.Dispose();

    private static StringContent? JsonBody(object? body) => body switch
    {
        null => null,
        string raw => new StringContent(raw, Encoding.UTF8, "application/json"),
        _ => new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"),
    };
}
