using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks for all folders that a user has set up, the oldest first.</summary>
public sealed record ListGoogleDriveSyncs(UserIdentity User) : IRequest<IReadOnlyList<GoogleDriveSyncDto>>;

internal sealed class ListGoogleDriveSyncsHandler(IGoogleDriveSyncs syncs)
    : IRequestHandler<ListGoogleDriveSyncs, IReadOnlyList<GoogleDriveSyncDto>>
{
    public async Task<IReadOnlyList<GoogleDriveSyncDto>> Handle(ListGoogleDriveSyncs request, CancellationToken cancellationToken) =>
        await GoogleDriveSyncDto.ReadAsync(await syncs.ListAsync(request.User.Id, cancellationToken), syncs, cancellationToken);
}
