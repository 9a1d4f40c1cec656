using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Tracing;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Notifications;

/// <summary>Why did I get this, and why did somebody not?</summary>
internal static class TraceEndpoints
{
    public static void MapTraces(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/notifications/{id:guid}/trace", TraceAsync).WithTags("Notifications")
            .WithSummary("Why it came, by which delivery channels, and why not by others").Produces<NotificationTrace>();
        routes.MapGet("/api/admin/notifications/decisions", ListWithheldAsync).WithTags("Administration")
            .WithSummary("What never came into a user's feed, and why").Produces<WithheldList>();
    }

    private static async Task<IResult> TraceAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetNotificationTrace(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> ListWithheldAsync(HttpContext http, IMediator mediator)
    {
        if (!http.Current().IsAdmin)
            throw new RequestException(ErrorCode.Forbidden, "Only admins see what was decided for others.");

        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListWithheldNotifications(
                query.Text("user_id"),
                NotificationTypes.Parse(query.Text("type")),
                query.Text("key"),
                query.Number("limit", ListNotifications.DefaultLimit),
                query.Text("cursor")),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }
}
