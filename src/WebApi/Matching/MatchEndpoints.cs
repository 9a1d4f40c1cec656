using HotGigs.Application.Common;
using HotGigs.Application.Matching;
using HotGigs.Domain.Matching;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Matching;

/// <summary>Which candidates fit which jobs, and how well.</summary>
internal static class MatchEndpoints
{
    private const int DefaultLimit = 20;

    public static void MapMatching(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/matching").WithTags("Matching");
        group.MapGet("/overview", SumUpAsync).WithSummary("The matches of all open jobs, or of one, summed up").Produces<MatchingOverview>();
        group.MapGet("/candidates/{id:guid}/matches", ListOfCandidateAsync).WithSummary("A candidate's matches, highest score first").Produces<MatchList>();
        group.MapGet("/jobs/{id:guid}/matches", ListOfJobAsync).WithSummary("A job's matches, highest score first").Produces<MatchList>();
        group.MapPost("/candidates/{id:guid}/rematch", RematchCandidateAsync).WithSummary("Compare a candidate anew").Produces<RematchDto>(StatusCodes.Status202Accepted);
        group.MapPost("/jobs/{id:guid}/rematch", RematchJobAsync).WithSummary("Compare a job anew").Produces<RematchDto>(StatusCodes.Status202Accepted);
        group.MapGet("/matches/{id:guid}", GetAsync).WithSummary("One match").Produces<MatchDto>();
        group.MapPut("/matches/{id:guid}/viewed", MarkViewedAsync).WithSummary("A recruiter has looked at it").Produces<MatchDto>();
        group.MapGet("/stats/candidate/{id:guid}", CountOfCandidateAsync).WithSummary("How many matches a candidate has").Produces<MatchStatsDto>();
        group.MapGet("/stats/job/{id:guid}", CountOfJobAsync).WithSummary("How many matches a job has").Produces<MatchStatsDto>();
    }

    private static async Task<IResult> SumUpAsync(HttpContext http, IMediator mediator) => Results.Json(
        await mediator.Send(new GetMatchingOverview(http.Current(), http.Request.Query.Uuid("job_id")), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> ListOfCandidateAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListCandidateMatches(
                http.Current(), id, query.Number("min_score", 0), query.Number("skip", 0), query.Number("limit", DefaultLimit), query.Flag("include_closed")),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> ListOfJobAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListJobMatches(http.Current(), id, query.Number("min_score", 0), query.Number("skip", 0), query.Number("limit", DefaultLimit)),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static Task<IResult> RematchCandidateAsync(Guid id, HttpContext http, IMediator mediator) =>
        RematchAsync(MatchingSubject.Candidate, id, http, mediator);

    private static Task<IResult> RematchJobAsync(Guid id, HttpContext http, IMediator mediator) =>
        RematchAsync(MatchingSubject.Job, id, http, mediator);

    private static async Task<IResult> RematchAsync(MatchingSubject subject, Guid id, HttpContext http, IMediator mediator)
    {
        var wish = await JsonBody.ReadOptionalAsync<RematchFields>(http.Request);
        var queued = await mediator.Send(new Rematch(http.Current(), subject, id, wish?.Force ?? false), http.RequestAborted);
        return Results.Json(queued, WireJson.Options, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetMatch(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> MarkViewedAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new MarkMatchViewed(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static Task<IResult> CountOfCandidateAsync(Guid id, HttpContext http, IMediator mediator) =>
        CountAsync(MatchingSubject.Candidate, id, http, mediator);

    private static Task<IResult> CountOfJobAsync(Guid id, HttpContext http, IMediator mediator) =>
        CountAsync(MatchingSubject.Job, id, http, mediator);

    private static async Task<IResult> CountAsync(MatchingSubject subject, Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetMatchStats(http.Current(), subject, id), http.RequestAborted), WireJson.Options);

    /// <summary>How to compare anew; nothing said means only with what has changed.</summary>
    private sealed record RematchFields(bool? Force);
}
