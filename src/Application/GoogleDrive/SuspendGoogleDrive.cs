using HotGigs.Domain.GoogleDrive;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Switches all syncs of a user off, because one of them found that there is no access any more, and answers why in
/// words for the user; <c>null</c> where they have connected again since. Safe to repeat.
/// </summary>
/// <param name="Sync">The one that found it.</param>
/// <param name="ConnectionId">The connection that Google does not accept any more; <c>null</c> where the user disconnected by themselves.</param>
internal sealed record SuspendGoogleDrive(GoogleDriveSync Sync, Guid? ConnectionId) : IRequest<string?>;

internal sealed class SuspendGoogleDriveHandler(IGoogleDriveAccounts accounts, IGoogleDriveSyncs syncs, IMediator mediator)
    : IRequestHandler<SuspendGoogleDrive, string?>
{
    public async Task<string?> Handle(SuspendGoogleDrive request, CancellationToken cancellationToken)
    {
        var owner = request.Sync.OwnerId;
        var current = (await accounts.FindAsync(owner, cancellationToken))?.ConnectionId;
        if (request.ConnectionId is not { } connectionId || current != connectionId)
        {
            if (current is not null)
                return null;
            // They disconnected, which ends the grant as well: what they did themselves nobody needs to tell them.
            await syncs.SuspendAllAsync(owner, GoogleDriveTexts.Disconnected, cancellationToken);
            return GoogleDriveTexts.Disconnected;
        }

        // Told first, and once by its key: a server that dies in between finds the same again, and nothing is kept quiet.
        await mediator.Send(AnnounceGoogleDriveTrouble.Revoked(request.Sync, connectionId), cancellationToken);
        await accounts.ForgetAsync(owner, connectionId, cancellationToken);
        if (await accounts.FindAsync(owner, cancellationToken) is not null)
            return null;
        await syncs.SuspendAllAsync(owner, GoogleDriveTexts.Revoked, cancellationToken);
        return GoogleDriveTexts.Revoked;
    }
}
