using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks whether a user has connected their Google Drive.</summary>
public sealed record GetGoogleDriveStatus(UserIdentity User) : IRequest<GoogleDriveStatus>;

internal sealed class GetGoogleDriveStatusHandler(IGoogleDriveAccounts accounts) : IRequestHandler<GetGoogleDriveStatus, GoogleDriveStatus>
{
    public async Task<GoogleDriveStatus> Handle(GetGoogleDriveStatus request, CancellationToken cancellationToken) =>
        GoogleDriveStatus.Of(await accounts.FindAsync(request.User.Id, cancellationToken));
}
