using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotGigs.Infrastructure.GoogleDrive.Api;

/// <summary>What Google answers, as far as it is used.</summary>
internal static class GoogleAnswers
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="JsonException">It is not what was asked for.</exception>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class =>
        await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken) ?? throw new JsonException("The answer is empty.");
}

internal sealed record TokenAnswer(
    [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("scope")] string? Scope);

internal sealed record AboutAnswer(AboutAnswer.Account? User)
{
    internal sealed record Account(string? EmailAddress);
}

internal sealed record FileListAnswer(string? NextPageToken, IReadOnlyList<FileAnswer>? Files);

internal sealed record FileAnswer(
    [property: JsonRequired] string Id,
    string? Name,
    [property: JsonRequired] string MimeType,
    bool Trashed,
    string? HeadRevisionId,
    string? Md5Checksum,
    string? ModifiedTime)
{
    /// <summary>
    /// What names the content. Google's own documents have no revision that the list tells, but a time of their last
    /// change; the version would change with every look at them.
    /// </summary>
    public string Revision => HeadRevisionId ?? Md5Checksum ?? ModifiedTime ?? "";
}
