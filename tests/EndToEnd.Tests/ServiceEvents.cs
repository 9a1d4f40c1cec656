using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace HotGigs.EndToEnd.Tests;

/// <summary>Another program that reports events to the server.</summary>
internal static class ServiceEvents
{
    /// <summary>Tells a recruiter of as many new candidates, in one request.</summary>
    public static async Task AddCandidatesAsync(Uri server, string user, int count)
    {
        using var http = new HttpClient { BaseAddress = server };
        var service = new { sub = "importer", name = "Importer", email = "importer@hotgigs.example", roles = new[] { "service" } };
        using var signedIn = await http.PostAsJsonAsync("/dev/token", service);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();

        using var content = JsonContent.Create(Enumerable.Range(1, count).Select(number => CandidateAdded(user, number)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents-batch+json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static object CandidateAdded(string user, int number) => new
    {
        specversion = "1.0",
        id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
        source = "/importer",
        type = "ai.hotgigs.candidate.added",
        data = new { user_id = user, candidate_id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), candidate_name = $"Candidate {number}", source = "resume_import" },
    };
}
