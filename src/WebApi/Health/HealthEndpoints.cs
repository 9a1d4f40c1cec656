using HotGigs.Application.Common;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotGigs.WebApi.Health;

/// <summary>What a load balancer asks: is the process alive, and can it serve.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        // Alive means that the process answers; nothing that a restart would not mend is looked at.
        routes.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", Options(_ => true)).AllowAnonymous();
    }

    private static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> include) =>
        new() { Predicate = include, ResponseWriter = WriteAsync };

    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(
            new Answer(
                report.Status.ToString().ToLowerInvariant(),
                report.Entries.ToDictionary(check => check.Key, check => check.Value.Status.ToString().ToLowerInvariant())),
            WireJson.Options,
            http.RequestAborted);

    private sealed record Answer(string Status, IReadOnlyDictionary<string, string> Checks);
}
