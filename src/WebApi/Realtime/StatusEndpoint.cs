using System.Text.Json.Serialization;
using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime;
using HotGigs.WebApi.Authentication;

namespace HotGigs.WebApi.Realtime;

/// <summary>What is connected: everything for an admin, the number alone for anyone else, a health check included.</summary>
internal static class StatusEndpoint
{
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/ws/status", GetStatus).AllowAnonymous().WithTags("Realtime").WithSummary("What is connected").Produces<Status>();

    private static IResult GetStatus(HttpContext http, IRealtimeStatus realtime)
    {
        if (TokenIdentity.Read(http.User) is not { IsAdmin: true })
            return Results.Json(new Status("ok", realtime.ActiveConnections), WireJson.Options);

        var all = realtime.TakeSnapshot();
        return Results.Json(
            new Status("ok", all.ActiveConnections, all.ActiveUsers, all.Rooms, all.ResumeWatchers, all.Node), WireJson.Options);
    }

    private sealed record Status(
        [property: JsonPropertyName("status")] string State,
        int ActiveConnections,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? ActiveUsers = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, int>? Rooms = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<Guid, int>? ResumeWatchers = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] NodeFigures? Node = null);
}
