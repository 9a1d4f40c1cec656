using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.GoogleDrive;

/// <summary>Connecting Google Drive and synchronising its folders, by REST.</summary>
internal static class GoogleDriveEndpoints
{
    public static void MapGoogleDrive(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/google-drive").WithTags("Google Drive").AddEndpointFilter<GoogleDriveAdmission>();
        group.MapGet("/auth/url", BeginAsync).WithSummary("Where the user gives their consent").Produces<GoogleDriveConsent>();
        group.MapPost("/auth/callback", ConnectAsync).WithSummary("Connect with what Google sent the user back with").Produces<GoogleDriveStatus>();
        group.MapGet("/status", StatusAsync).WithSummary("Whether it is connected").Produces<GoogleDriveStatus>();
        group.MapDelete("/connection", DisconnectAsync).WithSummary("Disconnect and revoke the grant").Produces(StatusCodes.Status204NoContent);
        group.MapPost("/setup", SetUpAsync).WithSummary("Synchronise a folder").Produces<GoogleDriveSyncDto>();
        group.MapGet("/syncs", ListAsync).WithSummary("The user's folders").Produces<IReadOnlyList<GoogleDriveSyncDto>>();
        group.MapGet("/syncs/{id:guid}", GetAsync).WithSummary("One folder").Produces<GoogleDriveSyncDto>();
        group.MapPut("/syncs/{id:guid}", ChangeAsync).WithSummary("Change what is named, and leave the rest").Produces<GoogleDriveSyncDto>();
        group.MapDelete("/syncs/{id:guid}", DeleteAsync).WithSummary("Delete it; its resumes stay").Produces(StatusCodes.Status204NoContent);
        group.MapPost("/syncs/{id:guid}/sync", StartAsync).WithSummary("Synchronise now").Produces<GoogleDriveSyncDto>(StatusCodes.Status202Accepted);
        group.MapGet("/syncs/{id:guid}/run", RunAsync).WithSummary("What it is doing, or why it failed").Produces<GoogleDriveRunDto>();
        group.MapGet("/syncs/{id:guid}/files", FilesAsync).WithSummary("What was found in it and what became of that").Produces<GoogleDriveFileList>();
    }

    private static async Task<IResult> BeginAsync(HttpContext http, IMediator mediator) =>
        Json(await mediator.Send(new BeginGoogleDriveConsent(http.Current()), http.RequestAborted));

    private static async Task<IResult> ConnectAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var body = await JsonBody.ReadOptionalAsync<CallbackBody>(http.Request);
        return Json(await mediator.Send(
            new ConnectGoogleDrive(
                http.Current(), query.Text("code") ?? body?.Code, query.Text("state") ?? body?.State, query.Text("error") ?? body?.Error),
            http.RequestAborted));
    }

    private static async Task<IResult> StatusAsync(HttpContext http, IMediator mediator) =>
        Json(await mediator.Send(new GetGoogleDriveStatus(http.Current()), http.RequestAborted));

    private static async Task<IResult> DisconnectAsync(HttpContext http, IMediator mediator)
    {
        await mediator.Send(new DisconnectGoogleDrive(http.Current()), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> SetUpAsync(HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadAsync<SetUpBody>(http.Request);
        return Json(await mediator.Send(
            new SetUpGoogleDriveSync(http.Current(), body.FolderId, body.FolderName, body.SyncFrequency), http.RequestAborted));
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator) =>
        Json(await mediator.Send(new ListGoogleDriveSyncs(http.Current()), http.RequestAborted));

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, IMediator mediator) =>
        Json(await mediator.Send(new GetGoogleDriveSync(http.Current(), id), http.RequestAborted));

    private static async Task<IResult> ChangeAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var body = await JsonBody.ReadAsync<ChangeBody>(http.Request);
        return Json(await mediator.Send(
            new ChangeGoogleDriveSync(http.Current(), id, body.FolderName, body.SyncFrequency, body.IsActive), http.RequestAborted));
    }

    private static async Task<IResult> DeleteAsync(Guid id, HttpContext http, IMediator mediator)
    {
        await mediator.Send(new DeleteGoogleDriveSync(http.Current(), id), http.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> StartAsync(Guid id, HttpContext http, IMediator mediator) =>
        Json(await mediator.Send(new StartGoogleDriveSync(http.Current(), id), http.RequestAborted), StatusCodes.Status202Accepted);

    private static async Task<IResult> RunAsync(Guid id, HttpContext http, IMediator mediator) =>
        Json(await mediator.Send(new GetGoogleDriveRun(http.Current(), id), http.RequestAborted));

    private static async Task<IResult> FilesAsync(Guid id, HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        return Json(await mediator.Send(
            new ListGoogleDriveFiles(
                http.Current(), id, query.Number("limit", ListGoogleDriveFiles.DefaultLimit), query.Text("cursor")),
            http.RequestAborted));
    }

    private static IResult Json<T>(T answer, int status = StatusCodes.Status200OK) => Results.Json(answer, WireJson.Options, statusCode: status);

    private sealed record CallbackBody(string? Code, string? State, string? Error);

    private sealed record SetUpBody(string? FolderId, string? FolderName, string? SyncFrequency);

    private sealed record ChangeBody(string? FolderName, string? SyncFrequency, bool? IsActive);
}
