using System.Text;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>Multipart bodies that no decent client writes.</summary>
internal static class RawForm
{
    public const string Boundary = "the-boundary";

    /// <summary>A part with the headers given.</summary>
    public static string Part(string headers, string content) => $"--{Boundary}\r\n{headers}\r\n\r\n{content}\r\n";

    public static string FilePart(string disposition, string content = "Some text") =>
        Part($"Content-Disposition: form-data; {disposition}\r\nContent-Type: text/plain", content);

    public static HttpContent Of(params string[] parts) => OfRaw(string.Concat(parts) + $"--{Boundary}--\r\n");

    public static HttpContent OfRaw(string body, string type = $"multipart/form-data; boundary={Boundary}")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }
}
