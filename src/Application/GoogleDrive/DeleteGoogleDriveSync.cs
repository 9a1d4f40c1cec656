using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Deletes a sync; its resumes and candidates stay. Refuses with <c>not_found</c>.</summary>
public sealed record DeleteGoogleDriveSync(UserIdentity User, Guid SyncId) : IRequest<Unit>;

internal sealed class DeleteGoogleDriveSyncHandler(IGoogleDriveSyncs syncs, IGoogleDriveQueueSignal queue)
    : IRequestHandler<DeleteGoogleDriveSync, Unit>
{
    public async Task<Unit> Handle(DeleteGoogleDriveSync request, CancellationToken cancellationToken)
    {
        if (!await syncs.DeleteAsync(request.User.Id, request.SyncId, cancellationToken))
            throw GoogleDriveRules.NotFound();
        queue.Wake();
        return Unit.Value;
    }
}
