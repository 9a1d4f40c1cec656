using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Connects a user's Google Drive with what Google sent them back with. What was switched off for want of access is
/// switched on again. Refuses with <c>validation_failed</c> on <c>code</c> or <c>state</c>.
/// </summary>
/// <param name="User">Who comes back.</param>
/// <param name="Code">Google's code; <c>null</c> where they did not consent.</param>
/// <param name="State">The state they were sent with; <c>null</c> for the latest.</param>
/// <param name="Error">Google's word for why there is no code.</param>
public sealed record ConnectGoogleDrive(UserIdentity User, string? Code, string? State, string? Error) : IRequest<GoogleDriveStatus>;

internal sealed class ConnectGoogleDriveValidator : AbstractValidator<ConnectGoogleDrive>
{
    private const int MaxLength = 2_000;

    public ConnectGoogleDriveValidator()
    {
        RuleFor(request => request.Code).NotEmpty().MaximumLength(MaxLength).When(request => request.Error is null);
        RuleFor(request => request.State).MaximumLength(MaxLength);
    }
}

internal sealed class ConnectGoogleDriveHandler(IGoogleDriveAccounts accounts, IGoogleDriveSyncs syncs, IGoogleDriveQueueSignal queue)
    : IRequestHandler<ConnectGoogleDrive, GoogleDriveStatus>
{
    public async Task<GoogleDriveStatus> Handle(ConnectGoogleDrive request, CancellationToken cancellationToken)
    {
        if (request.Error is not null)
        {
            await accounts.AbandonAsync(request.User.Id, request.State, cancellationToken);
            throw RequestException.Invalid("code", "Access to Google Drive was not granted. Connect again and allow it.");
        }

        var account = await accounts.CompleteAsync(request.User.Id, request.Code!, request.State, cancellationToken);
        await syncs.ResumeAllAsync(request.User.Id, cancellationToken);
        queue.Wake();
        return GoogleDriveStatus.Of(account);
    }
}
