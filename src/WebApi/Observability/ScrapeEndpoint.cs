using System.Security.Cryptography;
using System.Text;
using HotGigs.Application.Common;
using HotGigs.WebApi.Authentication;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Observability;

/// <summary>What Prometheus scrapes, where that is wanted.</summary>
internal static class ScrapeEndpoint
{
    public const string Path = "/metrics";

    private const string Bearer = "Bearer ";

    public static void MapScraping(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<MetricsOptions>>().Value;
        if (options.Prometheus == ScrapeAccess.Off)
            return;

        // Judged here and not by the fallback policy: a scrape token is no token of a user.
        app.MapPrometheusScrapingEndpoint(
                Path,
                meterProvider: null,
                configureBranchedPipeline: scraping => scraping.Use((http, next) =>
                {
                    Admit(http, options);
                    return next(http);
                }),
                optionsName: null)
            .AllowAnonymous();
    }

    /// <exception cref="RequestException"><c>not_found</c> on another port, else <c>unauthenticated</c> or <c>forbidden</c>.</exception>
    private static void Admit(HttpContext http, MetricsOptions options)
    {
        if (options.Port is { } port && http.Connection.LocalPort != port)
            throw new RequestException(ErrorCode.NotFound, "There is nothing at this address.");
        if (options.Prometheus == ScrapeAccess.Open || HoldsScrapeToken(http.Request, options))
            return;
        if (TokenIdentity.Read(http.User) is not { } user)
            throw new RequestException(ErrorCode.Unauthenticated, "Metrics are for admins: sign in first.");
        if (!user.IsAdmin)
            throw new RequestException(ErrorCode.Forbidden, "Metrics are for admins.");
    }

    private static bool HoldsScrapeToken(HttpRequest request, MetricsOptions options) =>
        options.ScrapeToken is { } expected
        && request.Headers.Authorization.ToString() is { } given
        && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given[Bearer.Length..]), Encoding.UTF8.GetBytes(expected));
}
