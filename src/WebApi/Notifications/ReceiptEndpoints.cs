using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Receipts;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Notifications;

/// <summary>What became of the notifications the user caused, by REST.</summary>
internal static class ReceiptEndpoints
{
    public static void MapReceipts(this IEndpointRouteBuilder group) =>
        group.MapGet("/receipts", ListAsync).WithSummary("What became of the notifications one caused").Produces<ReceiptList>();

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListReceipts(
                http.Current(),
                query.Uuid("notification_id"),
                query.Number("limit", ListReceipts.DefaultLimit),
                query.Text("cursor")),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }
}
