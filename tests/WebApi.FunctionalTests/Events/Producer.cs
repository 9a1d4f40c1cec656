using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests.Events;

/// <summary>Another program: what it reports, and how.</summary>
internal static class Producer
{
    public const string One = "application/cloudevents+json";
    public const string Many = "application/cloudevents-batch+json";

    /// <summary>An event as another program would write it.</summary>
    public static JsonObject Event(string type, object data, string? id = null) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id ?? $"{Guid.CreateVersion7()}",
        ["source"] = "urn:test:importer",
        ["type"] = $"ai.hotgigs.{type}",
        ["time"] = "2026-03-01T12:00:00Z",
        ["datacontenttype"] = "application/json",
        ["data"] = JsonSerializer.SerializeToNode(data),
    };

    /// <summary>The same event with one field, <c>id</c> or <c>data.user_id</c>, set to something else or taken away.</summary>
    public static JsonObject With(this JsonObject one, string path, JsonNode? value)
    {
        var changed = one.DeepClone().AsObject();
        var at = path.StartsWith("data.", StringComparison.Ordinal) ? changed["data"]!.AsObject() : changed;
        at[path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]] = value;
        return changed;
    }

    public static Task<Answer> ReportAsync(this TestUser program, params JsonObject[] events) => events.Length == 1
        ? program.PostEventsAsync(events[0].ToJsonString(), One)
        : program.PostEventsAsync(new JsonArray([.. events.Select(one => one.DeepClone())]).ToJsonString(), Many);

    public static Task<Answer> PostEventsAsync(this TestUser program, string body, string contentType)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return program.SendAsync(HttpMethod.Post, "/api/events", content);
    }

    /// <summary>The answer says how many events were applied, and how many had been before.</summary>
    public static void AssertApplied(Answer answer, int accepted, int duplicates = 0)
    {
        Assert.True(answer.Status == HttpStatusCode.Accepted, $"{answer}");
        Assert.Equal((accepted, duplicates), (answer.Json.Number("accepted"), answer.Json.Number("duplicates")));
    }
}
