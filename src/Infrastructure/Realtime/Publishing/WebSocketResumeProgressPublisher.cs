using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using MediatR;

namespace HotGigs.Infrastructure.Realtime.Publishing;

/// <summary>Sends the progress of a resume to those who watch it.</summary>
internal sealed class WebSocketResumeProgressPublisher(ConnectionRegistry registry)
    : INotificationHandler<DomainEventNotification<ResumeProgressed>>
{
    public Task Handle(DomainEventNotification<ResumeProgressed> notification, CancellationToken cancellationToken)
    {
        var progress = notification.Event.Progress;
        var watches = registry.ResumeWatches.Of(progress.ResumeId);
        if (watches.IsEmpty)
            return Task.CompletedTask;

        var frame = ProgressFrames.ResumeProgress(progress);
        frame.CommittedAt = notification.CommittedAt ?? long.MaxValue;
        foreach (var watch in watches)
            watch.Offer(frame, progress.Version);
        return Task.CompletedTask;
    }
}
