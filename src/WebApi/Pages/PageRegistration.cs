using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Pages;

/// <summary>Serves the web client. Its routes are its own, so any address that is nobody else's gets its page.</summary>
internal static class PageRegistration
{
    // What lies below the server's own paths has errors that are not a page.
    private static readonly PathString[] ServerPaths = ["/api", "/ws", "/dev", "/health", "/metrics", "/openapi"];

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

    /// <summary>
    /// Goes after the routing. As a route for every path the page would take part in it: an unknown path would then
    /// answer 405 to what is no GET, or a known one 404.
    /// </summary>
    public static void UsePageRoutes(this WebApplication app) => app.MapWhen(IsPage, pages => pages
        .Use((context, next) =>
        {
            context.Request.Path = "/index.html";
            return next(context);
        })
        .UseStaticFiles(Uncached));

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Path.HasExtension(context.Request.Path)
        && !ServerPaths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
