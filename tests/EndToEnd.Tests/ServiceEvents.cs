using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace HotGigs.EndToEnd.Tests;

/// <summary>Another program that reports events to the server.</summary>
internal static class ServiceEvents
{
    /// <summary>Tells a recruiter of as many new candidates, in one request.</summary>
    public static Task AddCandidatesAsync(Uri server, string user, int count) =>
        SendAsync(server, Enumerable.Range(1, count).Select(number => Event("ai.hotgigs.candidate.added", new
        {
            user_id = user, candidate_id = NewId(), candidate_name = $"Candidate {number}", source = "resume_import",
        })));

    /// <summary>Reports one event.</summary>
    public static Task ReportAsync(Uri server, string type, object data) => SendAsync(server, [Event(type, data)]);

    private static async Task SendAsync(Uri server, IEnumerable<object> events)
    {
        using var http = new HttpClient { BaseAddress = server };
        var service = new { sub = "importer", name = "Importer", email = "importer@hotgigs.example", roles = new[] { "service" } };
        using var signedIn = await http.PostAsJsonAsync("/dev/token", service);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();

        using var content = JsonContent.Create(events);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static object Event(string type, object data) => new { specversion = "1.0", id = $"{NewId()}", source = "/importer", type, data };

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
}
