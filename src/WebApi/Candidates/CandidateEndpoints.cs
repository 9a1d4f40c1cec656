using System.Globalization;
using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Candidates;

/// <summary>The candidates that a user sees.</summary>
internal static class CandidateEndpoints
{
    public static void MapCandidates(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/resumes").WithTags("Candidates");
        group.MapGet("/candidates", ListAsync).WithSummary("One page, latest first").Produces<IReadOnlyList<CandidateSummaryDto>>();
        group.MapGet("/candidates/{id:guid}", GetAsync).WithSummary("A whole profile").Produces<CandidateProfileDto>();
        group.MapPut("/candidates/{id:guid}/tags", TagAsync).WithSummary("Sort a candidate in").Accepts<TagsBody>("application/json").Produces<CandidateTags>();
        group.MapGet("/admin/candidates", ListAllAsync).WithSummary("All candidates, for admins").Produces<IReadOnlyList<CandidateSummaryDto>>();
    }

    private static Task<IResult> ListAllAsync(HttpContext http, IMediator mediator) => http.Current().IsAdmin
        ? ListAsync(http, mediator)
        : throw new RequestException(ErrorCode.Forbidden, "Only admins see all candidates.");

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListCandidates(
                http.Current(),
                query.Number("skip", 0),
                query.Number("limit", ListCandidates.DefaultLimit),
                query.Text("search"),
                query.Text("source"),
                query.Texts("tags")),
            http.RequestAborted);
        http.Response.Headers["X-Total-Count"] = list.Total.ToString(CultureInfo.InvariantCulture);
        return Results.Json(list.Candidates, WireJson.Options);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetCandidate(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> TagAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadAsync<TagsBody>(http.Request);
        return Results.Json(await mediator.Send(new TagCandidate(http.Current(), id, body.Tags!), http.RequestAborted), WireJson.Options);
    }
}

/// <summary>The tags that a candidate is to have.</summary>
internal sealed record TagsBody(IReadOnlyList<string>? Tags);
