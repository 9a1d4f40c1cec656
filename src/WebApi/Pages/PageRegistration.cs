using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Pages;

/// <summary>Serves the web client. Its routes are its own, so any address that is nobody else's gets its page.</summary>
internal static class PageRegistration
{
    /// <summary>Everything but files and what lies below the server's own paths, whose errors are not a page.</summary>
    private const string PageRoute = "{*path:nonfile:regex(^(?!(api|ws|dev|health|openapi)(/|$)).*$)}";

    private static StaticFileOptions Uncached => new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache",
    };

    public static void UsePages(this WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions
        {
            // Vite puts a hash of the content into the names below assets/: they never change.
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal)
                    ? "public, max-age=31536000, immutable"
                    : "no-cache",
        });
    }

    public static void MapPages(this WebApplication app)
    {
        foreach (var route in (string[])["/", PageRoute])
            app.MapFallbackToFile(route, "index.html", Uncached).AllowAnonymous();
    }
}
