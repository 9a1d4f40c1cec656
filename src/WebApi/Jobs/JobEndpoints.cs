using HotGigs.Application.Common;
using HotGigs.Application.Jobs;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Jobs;

/// <summary>The jobs that candidates are wanted for.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/jobs").WithTags("Jobs");
        group.MapGet("", ListAsync).WithSummary("One page, latest first").Produces<JobList>();
        group.MapPost("", PostAsync).WithSummary("Post a job; candidates are compared with it in the background").Produces<JobDto>(StatusCodes.Status201Created);
        group.MapGet("/{id:guid}", GetAsync).WithSummary("One job").Produces<JobDto>();
        group.MapPut("/{id:guid}", ChangeAsync).WithSummary("Edit, close or reopen: what is named is changed, the rest stays").Produces<JobDto>();
        group.MapDelete("/{id:guid}", DeleteAsync).WithSummary("Remove a job and its matches").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListJobs(
                http.Current(), query.Number("skip", 0), query.Number("limit", ListJobs.DefaultLimit), query.Text("search"), query.Text("status")),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> PostAsync(HttpContext http, IMediator mediator)
    {
        var fields = await JsonBody.ReadAsync<JobFields>(http.Request);
        var job = await mediator.Send(new PostJob(http.Current(), fields), http.RequestAborted);
        http.Response.Headers.Location = $"/api/jobs/{job.JobId}";
        return Results.Json(job, WireJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetJob(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var fields = await JsonBody.ReadAsync<JobFields>(http.Request);
        return Results.Json(await mediator.Send(new ChangeJob(http.Current(), id, fields), http.RequestAborted), WireJson.Options);
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, IMediator mediator)
    {
        await mediator.Send(new DeleteJob(http.Current(), id), http.RequestAborted);
        return Results.NoContent();
    }
}
