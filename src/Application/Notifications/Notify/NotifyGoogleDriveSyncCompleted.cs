using FluentValidation;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Tells the owner that a synchronisation with a Google Drive folder has ended. A sync runs many times under one
/// id, so whoever sends this names each run by the <see cref="NotifyCommand.DeduplicationKey"/>.
/// </summary>
[Notifies(NotificationType.GoogleDriveSyncCompleted, EmailsPerHour = 10)]
public sealed record NotifyGoogleDriveSyncCompleted(string UserId, Guid SyncId, string FolderName, int NewFiles) : NotifyCommand
{
    internal override Audience Audience => Audience.Of(UserId);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.GoogleDriveSyncCompleted,
        Title = "Google Drive Sync Complete",
        Message = $"Google Drive sync completed: {NewFiles} new {(NewFiles == 1 ? "resume" : "resumes")} from {FolderName}",
        ActionUrl = $"/google-drive?sync={SyncId}",
        PayloadJson = Json(new GoogleDriveSyncCompletedPayload(SyncId, FolderName, NewFiles)),
        Related = new RelatedEntities { SyncId = SyncId },
    };
}

/// <summary>Payload of <see cref="NotificationType.GoogleDriveSyncCompleted"/>.</summary>
public sealed record GoogleDriveSyncCompletedPayload(Guid SyncId, string FolderName, int NewFiles);

internal sealed class NotifyGoogleDriveSyncCompletedValidator : AbstractValidator<NotifyGoogleDriveSyncCompleted>
{
    public NotifyGoogleDriveSyncCompletedValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.UserId).UserId();
        RuleFor(command => command.SyncId).NotEmpty();
        RuleFor(command => command.FolderName).DisplayName();
        RuleFor(command => command.NewFiles).GreaterThanOrEqualTo(0);
    }
}
