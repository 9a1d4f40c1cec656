using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks for all folders that a user has set up, the oldest first.</summary>
public sealed record ListGoogleDriveSyncs(UserIdentity User) : IRequest<IReadOnlyList<GoogleDriveSyncDto>>;

internal sealed class ListGoogleDriveSyncsHandler(IGoogleDriveSyncs syncs, IResumeBatches batches)
    : IRequestHandler<ListGoogleDriveSyncs, IReadOnlyList<GoogleDriveSyncDto>>
{
    public async Task<IReadOnlyList<GoogleDriveSyncDto>> Handle(ListGoogleDriveSyncs request, CancellationToken cancellationToken)
    {
        var list = new List<GoogleDriveSyncDto>();
        foreach (var sync in await syncs.ListAsync(request.User.Id, cancellationToken))
            list.Add(await GoogleDriveSyncDto.ReadAsync(sync, batches, cancellationToken));
        return list;
    }
}
