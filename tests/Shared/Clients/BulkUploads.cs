using System.Net.Http.Headers;
using System.Text.Json;
using HotGigs.Tests.Shared.Resumes;

namespace HotGigs.Tests.Shared.Clients;

/// <summary>What a user does with many resumes at once.</summary>
public static class BulkUploads
{
    /// <summary>Uploads many files the way a browser's form does.</summary>
    public static Task<Answer> UploadManyAsync(this TestUser user, IEnumerable<SampleFile> files, string field = "files")
    {
        var form = new MultipartFormDataContent();
        foreach (var file in files)
        {
            var content = new ByteArrayContent(file.Content);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
            form.Add(content, field, file.Name);
        }

        return user.SendAsync(HttpMethod.Post, "/api/resumes/bulk-upload", form);
    }

    /// <summary>Uploads many files that are taken in.</summary>
    /// <returns>The batch's id.</returns>
    public static async Task<Guid> UploadedManyAsync(this TestUser user, params SampleFile[] files)
    {
        var answer = await user.UploadManyAsync(files);
        return answer.Json.TryGetProperty("batch_id", out var id)
            ? id.GetGuid()
            : throw new InvalidOperationException($"The upload was refused: {answer}");
    }

    public static async Task<JsonElement> BatchAsync(this TestUser user, Guid batchId) =>
        (await user.GetAsync($"/api/resumes/batches/{batchId}")).Json;

    /// <summary>Waits until all files of a batch have ended and its owner has been told so often.</summary>
    /// <returns>The batch at its end.</returns>
    public static async Task<JsonElement> EndOfBatchAsync(this TestUser user, Guid batchId, int rounds = 1)
    {
        var end = await Eventually.GetAsync(
            () => user.BatchAsync(batchId), batch => batch.Text("status") == "completed" && batch.Number("round") == rounds);
        await Eventually.GetAsync(() => user.EndsToldAsync(batchId), told => told.Count >= rounds);
        return end;
    }

    /// <summary>What the user was told of the ends of a batch, the latest first.</summary>
    public static async Task<IReadOnlyList<string>> EndsToldAsync(this TestUser user, Guid batchId) =>
    [
        .. (await user.NotificationsAsync("limit=100&type=bulk_upload_completed"))
            .Where(one => one.Field("data").Id("batch_id") == batchId)
            .Select(one => one.Text("message")!),
    ];
}
