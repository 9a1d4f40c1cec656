using FluentValidation;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Tells the uploader that every file of a bulk upload has ended. A batch ends again after each retry of its failed
/// files, so whoever sends this names each end by the <see cref="NotifyCommand.DeduplicationKey"/>.
/// </summary>
[Notifies(NotificationType.BulkUploadCompleted, Email = true, EmailsPerHour = 10)]
public sealed record NotifyBulkUploadCompleted(string UserId, Guid BatchId, int TotalFiles, int Successful, int Failed) : NotifyCommand
{
    internal override Audience Audience => Audience.Of(UserId);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.BulkUploadCompleted,
        Title = "Bulk Upload Complete",
        Message = $"Bulk upload completed: {Successful}/{TotalFiles} successful",
        ActionUrl = $"/candidates?batch={BatchId}",
        PayloadJson = Json(new BulkUploadCompletedPayload(BatchId, TotalFiles, Successful, Failed)),
        Related = new RelatedEntities { BatchId = BatchId },
    };
}

/// <summary>Payload of <see cref="NotificationType.BulkUploadCompleted"/>.</summary>
public sealed record BulkUploadCompletedPayload(Guid BatchId, int TotalFiles, int Successful, int Failed);

internal sealed class NotifyBulkUploadCompletedValidator : AbstractValidator<NotifyBulkUploadCompleted>
{
    public NotifyBulkUploadCompletedValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.UserId).UserId();
        RuleFor(command => command.BatchId).NotEmpty();
        RuleFor(command => command.TotalFiles).GreaterThan(0);
        RuleFor(command => command.Successful).GreaterThanOrEqualTo(0);
        RuleFor(command => command.Failed).GreaterThanOrEqualTo(0);
        RuleFor(command => command.TotalFiles)
            .Must((command, total) => (long)command.Successful + command.Failed == total)
            .WithMessage("The successful and the failed files must add up to the total.");
    }
}
