using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Sets up a folder to be synchronised; set up again, it is renamed, gets the new schedule and is switched on. Refuses
/// with <c>conflict</c> where Google Drive is not connected or there are too many, with <c>validation_failed</c> on
/// <c>folder_id</c> where that cannot be read.
/// </summary>
public sealed record SetUpGoogleDriveSync(UserIdentity User, string? FolderId, string? FolderName, string? SyncFrequency)
    : IRequest<GoogleDriveSyncDto>;

internal sealed class SetUpGoogleDriveSyncValidator : AbstractValidator<SetUpGoogleDriveSync>
{
    public SetUpGoogleDriveSyncValidator()
    {
        RuleFor(request => request.FolderId).NotEmpty().MaximumLength(GoogleDriveSync.MaxFolderIdLength)
            .Matches(@"^[A-Za-z0-9_-]*\z").WithMessage("A folder's id has letters, digits, '-' and '_' only.");
        RuleFor(request => request.FolderName).FolderName();
        RuleFor(request => request.SyncFrequency).NotEmpty().Frequency();
    }
}

internal sealed class SetUpGoogleDriveSyncHandler(
    IGoogleDrive drive,
    IGoogleDriveSyncs syncs,
    IOptions<GoogleDriveOptions> options,
    TimeProvider clock) : IRequestHandler<SetUpGoogleDriveSync, GoogleDriveSyncDto>
{
    public async Task<GoogleDriveSyncDto> Handle(SetUpGoogleDriveSync request, CancellationToken cancellationToken)
    {
        await CheckFolderAsync(request.User.Id, request.FolderId!, cancellationToken);
        var now = clock.GetUtcNow();
        var frequency = GoogleDriveRules.ReadFrequency(request.SyncFrequency)!.Value;
        var sync = GoogleDriveSync.SetUp(
            Guid.CreateVersion7(now), request.User.Id, request.FolderId!, request.FolderName!.Trim(), frequency, now);
        var stored = await syncs.SetUpAsync(sync, options.Value.MaxSyncsPerUser, cancellationToken)
            ?? throw new RequestException(
                ErrorCode.Conflict, $"You have {options.Value.MaxSyncsPerUser} folders, and more are not possible. Delete one first.");
        return await GoogleDriveSyncDto.ReadAsync(stored, syncs, cancellationToken);
    }

    private async Task CheckFolderAsync(string userId, string folderId, CancellationToken cancellationToken)
    {
        try
        {
            using var session = await drive.OpenAsync(userId, isWaitedFor: true, cancellationToken);
            if (!await session.HasFolderAsync(folderId, cancellationToken))
                throw RequestException.Invalid("folder_id", "There is no such folder in your Google Drive, or it may not be read.");
        }
        catch (Exception error) when (error is GoogleDriveNotConnectedException or GoogleDriveRevokedException)
        {
            throw GoogleDriveRules.NotConnected();
        }
        catch (GoogleDriveUnavailableException unavailable)
        {
            throw new RequestException(ErrorCode.Unavailable, unavailable.Message);
        }
    }
}
