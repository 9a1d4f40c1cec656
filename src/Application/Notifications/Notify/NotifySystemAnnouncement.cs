using System.Text.Json;
using FluentValidation;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>Tells everyone who may join a room, or one user, what an admin, a service or this server has to say.</summary>
/// <param name="AnnouncementId">Names the announcement: sending it again tells only those whom it has not reached yet.</param>
/// <param name="Room">Whom to tell; <c>null</c> where it is for one user.</param>
/// <param name="Title">Headline.</param>
/// <param name="Message">What to say.</param>
/// <param name="ActionPath">Path of this site to lead to, or <c>null</c>.</param>
/// <param name="Data">A JSON object of the sender's own making, or <c>null</c>.</param>
[Notifies(NotificationType.SystemAnnouncement, Critical = true)]
public sealed record NotifySystemAnnouncement(
    Guid AnnouncementId, Room? Room, string Title, string Message, string? ActionPath, JsonElement? Data) : NotifyCommand
{
    /// <summary>Whom to tell where there is no <see cref="Room"/>.</summary>
    public string? UserId { get; init; }

    internal override Audience Audience =>
        Room is not null ? Audience.Of(Room)
        : UserId is not null ? Audience.Of(UserId)
        : throw new InvalidOperationException("An announcement to nobody was let through.");

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
            .Must(room => room?.CandidateId is null)
            .WithMessage("An announcement goes to the room of a role: 'recruiters', 'admins' or 'candidates'.");
        RuleFor(command => command.Room)
            .Must((command, room) => (room is null) != (command.UserId is null))
            .WithMessage("An announcement goes to a room, or to one user.");
        RuleFor(command => command.UserId).UserId().When(command => command.UserId is not null);
        RuleFor(command => command.Title).AnnouncementTitle();
        RuleFor(command => command.Message).AnnouncementMessage();
        RuleFor(command => command.ActionPath).LocalPath();
        RuleFor(command => command.Data).AnnouncementData();
    }
}
