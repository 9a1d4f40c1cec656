using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks where a user consents to their Google Drive being read.</summary>
public sealed record BeginGoogleDriveConsent(UserIdentity User) : IRequest<GoogleDriveConsent>;

internal sealed class BeginGoogleDriveConsentHandler(IGoogleDriveAccounts accounts)
    : IRequestHandler<BeginGoogleDriveConsent, GoogleDriveConsent>
{
    public Task<GoogleDriveConsent> Handle(BeginGoogleDriveConsent request, CancellationToken cancellationToken) =>
        accounts.BeginAsync(request.User.Id, cancellationToken);
}
