using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks for one of a user's folders. Refuses with <c>not_found</c>.</summary>
public sealed record GetGoogleDriveSync(UserIdentity User, Guid SyncId) : IRequest<GoogleDriveSyncDto>;

internal sealed class GetGoogleDriveSyncHandler(IGoogleDriveSyncs syncs)
    : IRequestHandler<GetGoogleDriveSync, GoogleDriveSyncDto>
{
    public async Task<GoogleDriveSyncDto> Handle(GetGoogleDriveSync request, CancellationToken cancellationToken) =>
        await syncs.FindAsync(request.User.Id, request.SyncId, cancellationToken) is { } sync
            ? await GoogleDriveSyncDto.ReadAsync(sync, syncs, cancellationToken)
            : throw GoogleDriveRules.NotFound();
}
