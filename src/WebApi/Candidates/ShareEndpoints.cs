using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Candidates;

/// <summary>Candidates whom admins share with recruiters.</summary>
internal static class ShareEndpoints
{
    public static void MapShares(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/resumes").WithTags("Sharing");
        group.MapPost("/admin/candidates/share", ShareAsync).WithSummary("Share candidates with recruiters")
            .Accepts<ShareBody>("application/json").Produces<SharedCandidates>();
        group.MapPost("/admin/candidates/unshare", UnshareAsync).WithSummary("Take shares back")
            .Accepts<UnshareBody>("application/json").Produces<UnsharedCandidates>();
        group.MapGet("/candidates/{id:guid}/shares", ListAsync).WithSummary("With whom a candidate is shared, and who knows of it")
            .Produces<IReadOnlyList<ListedShareDto>>();
    }

    private static async Task<IResult> ShareAsync(HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadAsync<ShareBody>(http.Request);
        var shared = await mediator.Send(
            new ShareCandidates(http.Current(), body.CandidateIds ?? [], body.RecruiterIds ?? [], body.ShareReason, body.ShareNotes),
            http.RequestAborted);
        return Results.Json(shared, WireJson.Options);
    }

    private static async Task<IResult> UnshareAsync(HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadAsync<UnshareBody>(http.Request);
        var unshared = await mediator.Send(
            new UnshareCandidates(http.Current(), body.CandidateIds ?? [], body.RecruiterIds ?? []), http.RequestAborted);
        return Results.Json(unshared, WireJson.Options);
    }

    private static async Task<IResult> ListAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new ListCandidateShares(http.Current(), id), http.RequestAborted), WireJson.Options);
}

/// <summary>Whom to share with whom, and why.</summary>
internal sealed record ShareBody(
    IReadOnlyList<Guid>? CandidateIds, IReadOnlyList<string>? RecruiterIds, string? ShareReason, string? ShareNotes);

/// <summary>Whom to share with whom no more.</summary>
internal sealed record UnshareBody(IReadOnlyList<Guid>? CandidateIds, IReadOnlyList<string>? RecruiterIds);
