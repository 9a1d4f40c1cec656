using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace HotGigs.WebApi.FunctionalTests.Resumes;

/// <summary>A form whose file is sent in part, until the connection breaks.</summary>
internal sealed class BrokenOffContent : HttpContent
{
    private const int Sent = 200_000;

    private readonly Task breaking;
    private readonly string before;

    /// <param name="breaking">Ends when the connection is to break.</param>
    /// <param name="before">Parts that are sent whole.</param>
    public BrokenOffContent(Task breaking, string before = "")
    {
        this.breaking = breaking;
        this.before = before;
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={RawForm.Boundary}");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var field = before.Length == 0 ? "file" : "files";
        var part = RawForm.FilePart($"name=\"{field}\"; filename=\"resume.txt\"", new string('x', Sent));
        await stream.WriteAsync(Encoding.UTF8.GetBytes(before + part[..Sent]));
        await stream.FlushAsync();
        await breaking;
        throw new IOException("The connection breaks.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 2 * Sent;
        return true;
    }
}
