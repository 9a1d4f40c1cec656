using HotGigs.Application.Common;
using HotGigs.Application.Operations;
using HotGigs.Infrastructure.Realtime;
using HotGigs.WebApi.Authentication;
using MediatR;

namespace HotGigs.WebApi.Operations;

/// <summary>How the server is doing and has been doing, for admins: the connections of this process, and the queues of all.</summary>
internal static class AdminStatusEndpoint
{
    public static void MapAdminStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/status", GetAsync).WithTags("Administration")
            .WithSummary("The last hour of this server's connections, and the queues").Produces<AdminStatus>();

    private static async Task<IResult> GetAsync(HttpContext http, IMediator mediator, IRealtimeHistory history)
    {
        // First: it refuses whoever is no admin.
        var queues = await mediator.Send(new GetQueueFigures(http.Current()), http.RequestAborted);
        return Results.Json(
            new AdminStatus(
                (int)history.Interval.TotalSeconds, history.Samples, QueueFigures.MaxCount,
                queues.Imports, queues.Matching, queues.GoogleDrive, queues.Emails),
            WireJson.Options);
    }

    private sealed record AdminStatus(
        int SampleInterval,
        IReadOnlyList<RealtimeSample> Samples,
        int MaxCount,
        ImportFigures Imports,
        WorkFigures Matching,
        WorkFigures GoogleDrive,
        EmailFigures Emails);
}
