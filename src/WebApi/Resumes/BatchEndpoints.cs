using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Resumes;

/// <summary>Uploading many resumes at once, following them, and retrying what failed.</summary>
internal static class BatchEndpoints
{
    public static void MapResumeBatches(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/resumes").WithTags("Resumes");
        group.MapPost("/bulk-upload", UploadAsync).WithSummary("Upload many resumes, or zip archives of them").Produces<UploadedBatch>();
        group.MapGet("/batches", ListAsync).WithSummary("One page of your batches, the latest first").Produces<BatchList>();
        group.MapGet("/batches/{id:guid}", GetAsync).WithSummary("Where a batch and each of its files stands").Produces<BatchDto>();
        group.MapPost("/batches/{id:guid}/retry-failed", RetryAsync)
            .WithSummary("Process the files of a batch that failed once more").Produces<RetriedFiles>(StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, IMediator mediator, IOptions<ResumeImportOptions> options)
    {
        RequestBody.Admit(http, options.Value.MaxBatchSize);
        var files = BulkUploadForm.ReadAsync(http.Request, options.Value.MaxBatchSize, http.RequestAborted);
        var uploaded = await mediator.Send(new UploadBatch(http.Current(), files), http.RequestAborted);
        return Results.Json(uploaded, WireJson.Options);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListBatches(http.Current(), query.Number("limit", ListBatches.DefaultLimit), query.Text("cursor")), http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetBatch(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> RetryAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(
            await mediator.Send(new RetryFailedFiles(http.Current(), id), http.RequestAborted),
            WireJson.Options,
            statusCode: StatusCodes.Status202Accepted);
}
