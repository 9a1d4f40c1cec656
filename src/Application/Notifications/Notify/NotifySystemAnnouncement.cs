using System.Text.Json;
using FluentValidation;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Tells everyone who may join a room what an admin or a service has to say.</summary>
/// <param name="AnnouncementId">Names the announcement: sending it again tells only those whom it has not reached yet.</param>
/// <param name="Room">Whom to tell.</param>
/// <param name="Title">Headline.</param>
/// <param name="Message">What to say.</param>
/// <param name="ActionPath">Path of this site to lead to, or <c>null</c>.</param>
/// <param name="Data">A JSON object of the sender's own making, or <c>null</c>.</param>
[Notifies(NotificationType.SystemAnnouncement, Critical = true)]
public sealed record NotifySystemAnnouncement(
    Guid AnnouncementId, Room Room, string Title, string Message, string? ActionPath, JsonElement? Data) : NotifyCommand
{
    internal override Audience Audience => Audience.Of(Room);

    internal override NotificationDraft Compose() => new()
    {
        Type = NotificationType.SystemAnnouncement,
        Title = Title,
        Message = Message,
        ActionUrl = ActionPath,
        PayloadJson = Data?.GetRawText() ?? "{}",
        DeduplicationKey = $"{AnnouncementId}",
    };
}

internal sealed class NotifySystemAnnouncementValidator : AbstractValidator<NotifySystemAnnouncement>
{
    public NotifySystemAnnouncementValidator()
    {
        this.AddCommonRules();
        RuleFor(command => command.AnnouncementId).NotEmpty();
        RuleFor(command => command.Room)
            .Must(room => room.CandidateId is null)
            .WithMessage("An announcement goes to the room of a role: 'recruiters', 'admins' or 'candidates'.");
        RuleFor(command => command.Title).AnnouncementTitle();
        RuleFor(command => command.Message).AnnouncementMessage();
        RuleFor(command => command.ActionPath).LocalPath();
        RuleFor(command => command.Data).AnnouncementData();
    }
}
