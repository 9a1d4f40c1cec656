using HotGigs.Application.Common;
using HotGigs.Application.Operations;
using HotGigs.Infrastructure.Realtime;
using HotGigs.WebApi.Authentication;
using MediatR;

namespace HotGigs.WebApi.Operations;

/// <summary>How the server is doing and has been doing, for admins: the connections of this process, and the queues of all.</summary>
internal static class AdminStatusEndpoint
{
    /// <summary>Each candidate that somebody looks at is a room; more of them nobody reads.</summary>
    private const int MaxRooms = 50;

    public static void MapAdminStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/status", GetAsync).WithTags("Administration")
            .WithSummary("This server's connections now and in the last hour, and the queues").Produces<AdminStatus>();

    private static async Task<IResult> GetAsync(HttpContext http, IMediator mediator, IRealtimeStatus realtime, IRealtimeHistory history)
    {
        // First: it refuses whoever is no admin.
        var queues = await mediator.Send(new GetQueueFigures(http.Current()), http.RequestAborted);
        var now = realtime.TakeSnapshot();
        return Results.Json(
            new AdminStatus(
                now.Node, now.ActiveConnections, now.ResumeWatchers.Count, Fullest(now.Rooms),
                (int)history.Interval.TotalSeconds, history.Samples, QueueFigures.MaxCount,
                queues.Imports, queues.Matching, queues.GoogleDrive, queues.Emails),
            WireJson.Options);
    }

    private static Dictionary<string, int> Fullest(IReadOnlyDictionary<string, int> rooms) =>
        rooms.OrderByDescending(room => room.Value).ThenBy(room => room.Key, StringComparer.Ordinal).Take(MaxRooms).ToDictionary();

    private sealed record AdminStatus(
        NodeFigures Node,
        int ActiveConnections,
        int WatchedResumes,
        IReadOnlyDictionary<string, int> Rooms,
        int SampleInterval,
        IReadOnlyList<RealtimeSample> Samples,
        int MaxCount,
        ImportFigures Imports,
        WorkFigures Matching,
        WorkFigures GoogleDrive,
        EmailFigures Emails);
}
