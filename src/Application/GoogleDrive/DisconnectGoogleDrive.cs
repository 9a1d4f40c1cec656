using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Gives up a user's grant, and switches their syncs off until they connect again.</summary>
public sealed record DisconnectGoogleDrive(UserIdentity User) : IRequest<Unit>;

internal sealed class DisconnectGoogleDriveHandler(IGoogleDriveAccounts accounts, IGoogleDriveSyncs syncs)
    : IRequestHandler<DisconnectGoogleDrive, Unit>
{
    public async Task<Unit> Handle(DisconnectGoogleDrive request, CancellationToken cancellationToken)
    {
        await accounts.DisconnectAsync(request.User.Id, cancellationToken);
        await syncs.SuspendAllAsync(request.User.Id, GoogleDriveTexts.Disconnected, cancellationToken);
        return Unit.Value;
    }
}
