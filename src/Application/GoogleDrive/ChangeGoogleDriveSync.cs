using FluentValidation;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Changes what is named of a sync; what is <c>null</c> stays. Refuses with <c>not_found</c>, and with <c>conflict</c>
/// where it is to be switched on and Google Drive is not connected.
/// </summary>
public sealed record ChangeGoogleDriveSync(UserIdentity User, Guid SyncId, string? FolderName, string? SyncFrequency, bool? IsActive)
    : IRequest<GoogleDriveSyncDto>;

internal sealed class ChangeGoogleDriveSyncValidator : AbstractValidator<ChangeGoogleDriveSync>
{
    public ChangeGoogleDriveSyncValidator()
    {
        RuleFor(request => request.FolderName).FolderName().When(request => request.FolderName is not null);
        RuleFor(request => request.SyncFrequency).NotEmpty().Frequency().When(request => request.SyncFrequency is not null);
    }
}

internal sealed class ChangeGoogleDriveSyncHandler(
    IGoogleDriveSyncs syncs, IGoogleDriveAccounts accounts, TimeProvider clock)
    : IRequestHandler<ChangeGoogleDriveSync, GoogleDriveSyncDto>
{
    public async Task<GoogleDriveSyncDto> Handle(ChangeGoogleDriveSync request, CancellationToken cancellationToken)
    {
        var frequency = GoogleDriveRules.ReadFrequency(request.SyncFrequency);
        if (request.IsActive == true
            && await syncs.FindAsync(request.User.Id, request.SyncId, cancellationToken) is not null
            && await accounts.FindAsync(request.User.Id, cancellationToken) is null)
            throw GoogleDriveRules.NotConnected();

        var changed = await syncs.ChangeAsync(
            request.User.Id,
            request.SyncId,
            sync => sync.Change(request.FolderName?.Trim(), frequency, request.IsActive, clock.GetUtcNow()),
            cancellationToken) ?? throw GoogleDriveRules.NotFound();
        return await GoogleDriveSyncDto.ReadAsync(changed, syncs, cancellationToken);
    }
}
