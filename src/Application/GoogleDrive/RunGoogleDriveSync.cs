using HotGigs.Application.Users;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Takes the run of a claimed sync to its end: lists the folder, fetches what is new, and ends it. Where Google is not
/// there it is put off.
/// </summary>
public sealed record RunGoogleDriveSync(GoogleDriveSync Sync) : IRequest<Unit>;

internal sealed partial class RunGoogleDriveSyncHandler(
    IGoogleDrive drive,
    IGoogleDriveRuns runs,
    GoogleDriveFetch fetch,
    IUserDirectory users,
    IMediator mediator,
    IOptions<GoogleDriveOptions> options,
    ILogger<RunGoogleDriveSyncHandler> logger) : IRequestHandler<RunGoogleDriveSync, Unit>
{
    /// <summary>A folder that can be listed so often while its files cannot be fetched has bad files.</summary>
    private const int AttemptsWithoutFiles = 3;

    public async Task<Unit> Handle(RunGoogleDriveSync request, CancellationToken cancellationToken)
    {
        var sync = request.Sync;
        try
        {
            var end = await RunAsync(sync, cancellationToken);
            await runs.EndAsync(sync, end, cancellationToken);
            if (end.Error is not null)
                LogSwitchedOff(sync.Id, end.Error);
            else if (!end.HasMore)
                LogEnded(sync.Id);
        }
        catch (GoogleDriveUnavailableException unavailable)
        {
            LogUnavailable(sync.Id, sync.Faults + 1, unavailable.InnerException?.Message ?? unavailable.Message);
            await mediator.Send(new PutOffGoogleDriveRun(sync, unavailable), cancellationToken);
        }

        return Unit.Value;
    }

    private async Task<RunEnd> RunAsync(GoogleDriveSync sync, CancellationToken cancellationToken)
    {
        if (sync.IsDeleted)
            return new RunEnd();
        // What an owner may do is what their newest token says, whether they are here or not.
        var standing = await users.FindAsync(sync.OwnerId, cancellationToken);
        var owner = new UserIdentity(sync.OwnerId, sync.OwnerId, null, standing?.Roles ?? Roles.None);
        if (!owner.Roles.HasAny(Roles.Recruiter | Roles.Admin))
            return new RunEnd(GoogleDriveTexts.NoRecruiter, SwitchOff: true);
        try
        {
            using var session = await drive.OpenAsync(sync.OwnerId, isWaitedFor: false, cancellationToken);
            if (await session.HasFolderAsync(sync.FolderId, cancellationToken))
                return await FetchAllAsync(session, sync, owner, cancellationToken);
            await mediator.Send(AnnounceGoogleDriveTrouble.FolderGone(sync), cancellationToken);
            return new RunEnd(GoogleDriveTexts.FolderGone, SwitchOff: true);
        }
        catch (GoogleDriveNotConnectedException)
        {
            return await SuspendAsync(sync, connectionId: null, cancellationToken);
        }
        catch (GoogleDriveRevokedException revoked)
        {
            return await SuspendAsync(sync, revoked.ConnectionId, cancellationToken);
        }
    }

    /// <summary>Ends a run for want of access, unless there is access again by now.</summary>
    private async Task<RunEnd> SuspendAsync(GoogleDriveSync sync, Guid? connectionId, CancellationToken cancellationToken) =>
        await mediator.Send(new SuspendGoogleDrive(sync, connectionId), cancellationToken) is { } error
            ? new RunEnd(error)
            : new RunEnd(HasMore: true);

    private async Task<RunEnd> FetchAllAsync(
        IGoogleDriveSession session, GoogleDriveSync sync, UserIdentity owner, CancellationToken cancellationToken)
    {
        var (left, outages) = (options.Value.MaxFilesPerRun, new GoogleDriveOutages());
        string? pageToken = null;
        do
        {
            var page = await session.ListAsync(sync.FolderId, pageToken, cancellationToken);
            var open = await runs.SelectOpenAsync(sync, page.Items, cancellationToken);
            foreach (var chunk in open.Take(left).Chunk(options.Value.Downloads))
            {
                var certain = outages.Judge(await fetch.FetchAsync(session, chunk, cancellationToken));
                if (!await runs.RecordAsync(sync, owner, certain, cancellationToken))
                    return new RunEnd();
            }

            left -= open.Count;
            pageToken = page.NextPageToken;
        }
        while (pageToken is not null && left > 0);

        var isPatient = sync.Faults + 1 < Math.Min(AttemptsWithoutFiles, options.Value.MaxRunAttempts);
        if (!await runs.RecordAsync(sync, owner, outages.End(isPatient), cancellationToken))
            return new RunEnd();
        return new RunEnd(HasMore: pageToken is not null || left < 0);
    }

    [LoggerMessage(3704, LogLevel.Warning, "Google is not available to sync {SyncId}, in attempt {Attempt}: {Reason}")]
    private partial void LogUnavailable(Guid syncId, int attempt, string reason);

    [LoggerMessage(3705, LogLevel.Information, "Google Drive sync {SyncId} was switched off: {Reason}")]
    private partial void LogSwitchedOff(Guid syncId, string reason);

    [LoggerMessage(3706, LogLevel.Debug, "Google Drive sync {SyncId} has ended")]
    private partial void LogEnded(Guid syncId);
}
