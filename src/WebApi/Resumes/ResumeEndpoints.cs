using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Resumes;

/// <summary>Uploading resumes, following them, and what came out of them.</summary>
internal static class ResumeEndpoints
{
    public static void MapResumes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/resumes").WithTags("Resumes");
        group.MapPost("/upload", UploadAsync).WithSummary("Upload one resume").Produces<UploadedResume>();
        group.MapGet("/unfinished", ListUnfinishedAsync)
            .WithSummary("One page of your single uploads that are under way or failed, the latest first").Produces<UnfinishedResumes>();
        group.MapGet("/{id:guid}/status", GetStatusAsync).WithSummary("Where a resume stands").Produces<ResumeStatusDto>();
        group.MapPost("/{id:guid}/retry", RetryAsync)
            .WithSummary("Process a resume that failed once more").Produces<ResumeStatusDto>(StatusCodes.Status202Accepted);
        group.MapGet("/{id:guid}/data", GetDataAsync).WithSummary("What a resume says").Produces<ResumeDataDto>();
        group.MapGet("/{id:guid}/download", DownloadAsync).WithSummary("The original document");
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http, IMediator mediator, IResumeFiles files, IOptions<ResumeImportOptions> options)
    {
        RequestBody.Admit(http, options.Value.MaxFileSize);
        await using var form = await UploadForm.ReadAsync(http.Request, files, options.Value.MaxFileSize);
        var uploaded = await mediator.Send(
            new UploadResume(http.Current(), form.FileName, form.Source, form.File), http.RequestAborted);
        return Results.Json(uploaded, WireJson.Options);
    }

    private static async Task<IResult> ListUnfinishedAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListUnfinishedResumes(http.Current(), query.Number("limit", ListUnfinishedResumes.DefaultLimit), query.Text("cursor")),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> GetStatusAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetResumeStatus(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> RetryAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(
            await mediator.Send(new RetryResume(http.Current(), id), http.RequestAborted),
            WireJson.Options,
            statusCode: StatusCodes.Status202Accepted);

    private static async Task<IResult> GetDataAsync(Guid id, HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetResumeData(http.Current(), id), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> DownloadAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var download = await mediator.Send(new DownloadResume(http.Current(), id), http.RequestAborted);
        return Results.Stream(download.Content, download.ContentType, download.FileName, enableRangeProcessing: true);
    }
}
