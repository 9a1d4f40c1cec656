using Microsoft.AspNetCore.Http.Features;

namespace HotGigs.WebApi.Resumes;

/// <summary>How much a request may send.</summary>
internal static class RequestBody
{
    /// <summary>Bytes that a form may have beside its files, or that they may be too large by and still get a proper answer.</summary>
    private const long Allowance = 20 * 1024 * 1024;

    // Whoever reads the form judges the size of its files; what is far beyond it is cut off by the web server.
    public static void Admit(HttpContext http, long maxSize)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxSize + Allowance;
    }

    /// <summary>Whether a request announces more than it may send, so that nothing of it need be read.</summary>
    public static bool IsTooLarge(HttpRequest request, long maxSize) => request.ContentLength > maxSize + Allowance;
}
