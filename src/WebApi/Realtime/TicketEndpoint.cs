using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime.Tickets;
using HotGigs.WebApi.Authentication;
using Microsoft.AspNetCore.Authentication;

namespace HotGigs.WebApi.Realtime;

/// <summary>Gives tickets, so that no token has to stand in the address of a WebSocket.</summary>
internal static class TicketEndpoint
{
    public static void MapTickets(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/ws/ticket", IssueAsync).WithTags("Realtime")
            .WithSummary("A ticket that lets one WebSocket in, once").Produces<TicketAnswer>();

    private static async Task<IResult> IssueAsync(HttpContext http, IConnectionTickets tickets)
    {
        var client = TokenAuthenticator.ClientOf(await http.AuthenticateAsync())
            ?? throw new RequestException(ErrorCode.Unauthenticated, "Sign in first.");
        var ticket = await tickets.IssueAsync(client, http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new TicketAnswer(ticket.Value, (long)ticket.Lifetime.TotalSeconds), WireJson.Options);
    }

    private sealed record TicketAnswer(string Ticket, long ExpiresIn);
}
