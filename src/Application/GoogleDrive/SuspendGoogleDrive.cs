using HotGigs.Domain.GoogleDrive;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Switches all syncs of a user off, because one of them found that there is no access any more. Safe to repeat.</summary>
/// <param name="Sync">The one that found it.</param>
/// <param name="ConnectionId">The connection that Google does not accept any more; <c>null</c> where the user disconnected by themselves.</param>
internal sealed record SuspendGoogleDrive(GoogleDriveSync Sync, Guid? ConnectionId) : IRequest<Unit>;

internal sealed class SuspendGoogleDriveHandler(IGoogleDriveAccounts accounts, IGoogleDriveSyncs syncs, IMediator mediator)
    : IRequestHandler<SuspendGoogleDrive, Unit>
{
    public async Task<Unit> Handle(SuspendGoogleDrive request, CancellationToken cancellationToken)
    {
        if (request.ConnectionId is not { } connectionId)
        {
            await syncs.SuspendAllAsync(request.Sync.OwnerId, GoogleDriveTexts.Disconnected, cancellationToken);
            return Unit.Value;
        }

        // Told first, and once by its key: a server that dies in between finds the same again, and nothing is kept quiet.
        await mediator.Send(AnnounceGoogleDriveTrouble.Revoked(request.Sync, connectionId), cancellationToken);
        await accounts.ForgetAsync(request.Sync.OwnerId, connectionId, cancellationToken);
        // Whoever has connected again meanwhile goes on.
        if (await accounts.FindAsync(request.Sync.OwnerId, cancellationToken) is null)
            await syncs.SuspendAllAsync(request.Sync.OwnerId, GoogleDriveTexts.Revoked, cancellationToken);
        return Unit.Value;
    }
}
