using HotGigs.Application.Common;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Asks for a run now. While one is under way, its resumes included, this changes nothing and answers how it stands.
/// Refuses with <c>not_found</c>, and with <c>conflict</c> where the sync is switched off.
/// </summary>
public sealed record StartGoogleDriveSync(UserIdentity User, Guid SyncId) : IRequest<GoogleDriveSyncDto>;

internal sealed class StartGoogleDriveSyncHandler(
    IGoogleDriveSyncs syncs, IResumeBatches batches, IGoogleDriveQueueSignal queue, TimeProvider clock)
    : IRequestHandler<StartGoogleDriveSync, GoogleDriveSyncDto>
{
    public async Task<GoogleDriveSyncDto> Handle(StartGoogleDriveSync request, CancellationToken cancellationToken)
    {
        var sync = await syncs.FindAsync(request.User.Id, request.SyncId, cancellationToken) ?? throw GoogleDriveRules.NotFound();
        CheckActive(sync);
        if (!sync.IsRunning && !await IsImportingAsync(sync, cancellationToken))
        {
            sync = await syncs.ChangeAsync(request.User.Id, sync.Id, one => one.Request(clock.GetUtcNow()), cancellationToken)
                ?? throw GoogleDriveRules.NotFound();
            // Somebody may just have switched it off.
            CheckActive(sync);
            queue.Wake();
        }

        return await GoogleDriveSyncDto.ReadAsync(sync, syncs, cancellationToken);
    }

    private static void CheckActive(GoogleDriveSync sync)
    {
        if (!sync.IsActive)
            throw new RequestException(ErrorCode.Conflict, sync.Error ?? "This sync is switched off. Switch it on first.");
    }

    private async Task<bool> IsImportingAsync(GoogleDriveSync sync, CancellationToken cancellationToken) =>
        sync.LastBatchId is { } id && await batches.FindAsync(id, cancellationToken) is { CompletedAt: null };
}
