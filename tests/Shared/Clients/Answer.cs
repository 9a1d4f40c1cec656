using System.Net;
using System.Text;
using System.Text.Json;

namespace HotGigs.Tests.Shared.Clients;

/// <summary>An HTTP answer, read to its end.</summary>
public sealed class Answer
{
    private Answer(HttpResponseMessage message, byte[] content)
    {
        Status = message.StatusCode;
        ContentType = message.Content.Headers.ContentType?.ToString();
        Headers = message.Headers.Concat(message.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Content = content;
    }

    public HttpStatusCode Status { get; }

    public string? ContentType { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Content { get; }

    public string Text => Encoding.UTF8.GetString(Content);

    public JsonElement Json => JsonElement.Parse(Text);

    public static async Task<Answer> ReadAsync(HttpResponseMessage message)
    {
        using (message)
            return new Answer(message, await message.Content.ReadAsByteArrayAsync());
    }

    public override string ToString() => $"{(int)Status} {Text}";
}
