using HotGigs.Application.Resumes.Batches;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Asks what a sync is doing, or why it did not. Refuses with <c>not_found</c>.</summary>
public sealed record GetGoogleDriveRun(UserIdentity User, Guid SyncId) : IRequest<GoogleDriveRunDto>;

/// <summary>The run under way, or what is known of the last one.</summary>
/// <param name="State"><c>idle</c>, <c>queued</c>, <c>fetching</c> or <c>importing</c>.</param>
/// <param name="BatchId">The batch of its files, or that of an earlier run.</param>
/// <param name="StartedAt">When the run under way began.</param>
/// <param name="Error">Why the last attempt failed.</param>
public sealed record GoogleDriveRunDto(string State, Guid? BatchId, DateTimeOffset? StartedAt, string? Error);

internal sealed class GetGoogleDriveRunHandler(IGoogleDriveSyncs syncs, IResumeBatches batches)
    : IRequestHandler<GetGoogleDriveRun, GoogleDriveRunDto>
{
    public async Task<GoogleDriveRunDto> Handle(GetGoogleDriveRun request, CancellationToken cancellationToken)
    {
        var sync = await syncs.FindAsync(request.User.Id, request.SyncId, cancellationToken) ?? throw GoogleDriveRules.NotFound();
        return new GoogleDriveRunDto(
            await StateAsync(sync, cancellationToken),
            sync.RunBatchId ?? sync.LastBatchId,
            sync.IsRunning ? sync.RunStartedAt : null,
            sync.Error);
    }

    private async Task<string> StateAsync(GoogleDriveSync sync, CancellationToken cancellationToken)
    {
        if (sync.IsRunning)
            return "fetching";
        if (sync.RequestedAt is not null)
            return "queued";
        return sync.LastBatchId is { } id && await batches.FindAsync(id, cancellationToken) is { CompletedAt: null } ? "importing" : "idle";
    }
}
