using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Users;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Realtime;

/// <summary>Speaking to rooms, by REST.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/rooms/{room}/broadcast", BroadcastAsync).WithTags("Rooms").WithSummary("Say something to a room")
            .Produces<BroadcastResult>(StatusCodes.Status202Accepted);

    private static async Task<IResult> BroadcastAsync(string room, HttpContext http, IMediator mediator)
    {
        var sender = http.Current();
        if (!sender.Roles.HasAny(Roles.Admin | Roles.Service))
            throw new RequestException(ErrorCode.Forbidden, "Only admins and services speak to rooms.");

        var body = await JsonBody.ReadAsync<BroadcastBody>(http.Request);
        var result = await mediator.Send(
            new BroadcastToRoom(
                sender, room, body.Title, body.Message, body.ActionUrl, body.Data, body.Persist, body.AnnouncementId),
            http.RequestAborted);
        return Results.Json(result, WireJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private sealed record BroadcastBody(
        string? Title, string? Message, string? ActionUrl, JsonElement? Data, bool? Persist, Guid? AnnouncementId);
}
