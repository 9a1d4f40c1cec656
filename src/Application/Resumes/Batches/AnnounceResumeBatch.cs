using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using MediatR;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>Tells the owner of a complete batch how it ended. Safe to repeat: each round is told once.</summary>
public sealed record AnnounceResumeBatch(Guid BatchId) : IRequest<Unit>;

internal sealed class AnnounceResumeBatchHandler(IResumeBatches batches, IMediator mediator)
    : IRequestHandler<AnnounceResumeBatch, Unit>
{
    public async Task<Unit> Handle(AnnounceResumeBatch request, CancellationToken cancellationToken)
    {
        if (await batches.FindAsync(request.BatchId, cancellationToken) is not { CompletedAt: not null, AnnouncedAt: null } batch)
            return Unit.Value;

        if (batch.TotalFiles > 0 || batch.NotifyWhenEmpty)
            await mediator.Send(NotificationOf(batch), cancellationToken);
        await batches.MarkAnnouncedAsync(batch.Id, batch.Round, cancellationToken);
        return Unit.Value;
    }

    private static IRequest<NotifyResult> NotificationOf(ResumeBatch batch)
    {
        // A retry is a bulk matter of its own: its resumes were told as new by the sync already.
        NotifyCommand command = batch is { SyncId: { } syncId, Round: 1 }
            ? new NotifyGoogleDriveSyncCompleted(batch.OwnerId, syncId, batch.Label, batch.Successful)
            : new NotifyBulkUploadCompleted(batch.OwnerId, batch.Id, batch.TotalFiles, batch.Successful, batch.Failed);
        return command with
        {
            Cause = new NotificationCause("resume-batch", $"{batch.Id}"),
            DeduplicationKey = $"{batch.Id}/{batch.Round}",
        };
    }
}

/// <summary>Announces a batch as soon as it is complete. Should the server die before it has, the batch is found again later.</summary>
internal sealed class AnnounceCompletedBatch(IMediator mediator) : INotificationHandler<DomainEventNotification<ResumeBatchCompleted>>
{
    public Task Handle(DomainEventNotification<ResumeBatchCompleted> notification, CancellationToken cancellationToken) =>
        mediator.Send(new AnnounceResumeBatch(notification.Event.BatchId), cancellationToken);
}
