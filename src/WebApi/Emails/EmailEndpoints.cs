using HotGigs.Application.Common;
using HotGigs.Application.Emails;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Emails;

/// <summary>Mails and what became of them, for admins.</summary>
internal static class EmailEndpoints
{
    public static void MapEmails(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/emails").WithTags("E-mail");
        group.MapGet("", ListAsync).WithSummary("One page of the mails of a status, newest first").Produces<EmailList>();
        group.MapGet("/{id:guid}", GetAsync).WithSummary("One mail").Produces<EmailDto>();
        group.MapPost("/{id:guid}/requeue", RequeueAsync).WithSummary("Try a mail that was given up again").Produces<EmailDto>();
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListEmails(
                http.Current(), StatusOf(query.Text("status")), query.Number("limit", ListEmails.DefaultLimit), query.Text("cursor")),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetEmail(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> RequeueAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new RequeueEmail(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static EmailStatus StatusOf(string? name)
    {
        if (name is null)
            return EmailStatus.Dead;
        return WireNames.TryParse<EmailStatus>(name, out var status)
            ? status
            : throw RequestException.Invalid("status", $"There is no such status. It is one of {string.Join(", ", WireNames.All<EmailStatus>())}.");
    }
}
