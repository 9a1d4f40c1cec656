using HotGigs.Application.Common;
using HotGigs.Application.Events;
using HotGigs.Domain.Users;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace HotGigs.WebApi.Events;

/// <summary>Events of other programs, as CloudEvents in structured JSON.</summary>
internal static class EventEndpoints
{
    private const string OneEvent = "application/cloudevents+json";
    private const string ManyEvents = "application/cloudevents-batch+json";

    /// <summary>Bytes that a body may be too large by and still get a proper answer; what is beyond is cut off by the web server.</summary>
    private const int BodyAllowance = 1024 * 1024;

    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/events", ApplyAsync).WithTags("Events").WithSummary("Report what happened in another program")
            .Produces<AppliedEvents>(StatusCodes.Status202Accepted);

    private static async Task<IResult> ApplyAsync(HttpContext http, IMediator mediator)
    {
        if (!http.Current().Roles.HasAny(Roles.Service))
            throw new RequestException(ErrorCode.Forbidden, "Only programs with the role service report events.");

        using var body = await JsonBody.ReadBytesAsync(http.Request, EventParser.MaxLength + BodyAllowance);
        var events = EventParser.Parse(body.GetBuffer().AsMemory(0, (int)body.Length), FormOf(http.Request));
        var applied = await mediator.Send(new ApplyEvents(events), http.RequestAborted);
        return Results.Json(applied, WireJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static EventForm FormOf(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ? EventForm.Either
        : type.MediaType.Equals(OneEvent, StringComparison.OrdinalIgnoreCase) ? EventForm.One
        : type.MediaType.Equals(ManyEvents, StringComparison.OrdinalIgnoreCase) ? EventForm.Many
        : EventForm.Either;
}
