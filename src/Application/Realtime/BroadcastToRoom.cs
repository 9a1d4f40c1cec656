using System.Text.Json;
using FluentValidation;
using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Realtime;

/// <summary>
/// Says something to a room: to whoever is in it now, or kept in the feed of everyone who may join it. For admins and
/// services. Refuses with <c>validation_failed</c>, or with <c>not_found</c> where the room's candidate does not exist.
/// </summary>
/// <param name="Sender">Who says it.</param>
/// <param name="Room">Name of the room.</param>
/// <param name="Title">Headline.</param>
/// <param name="Message">What to say.</param>
/// <param name="ActionUrl">Path of this site to lead to, or <c>null</c>.</param>
/// <param name="Data">A JSON object of the sender's own making, or <c>null</c>.</param>
/// <param name="Persist">Whether it is kept.</param>
/// <param name="AnnouncementId">Names what is kept, so that sending it again tells only those whom it has not reached; see <see cref="AnnouncementIds"/> unless given.</param>
public sealed record BroadcastToRoom(
    UserIdentity Sender,
    string Room,
    string? Title,
    string? Message,
    string? ActionUrl,
    JsonElement? Data,
    bool? Persist,
    Guid? AnnouncementId) : IRequest<BroadcastResult>;

/// <summary>Whom it has reached.</summary>
/// <param name="Recipients">Users it was sent to now; of what is kept, those into whose feed it came now.</param>
/// <param name="AnnouncementId">The name of what is kept; <c>null</c> for what is not.</param>
public sealed record BroadcastResult(int Recipients, Guid? AnnouncementId);

internal sealed class BroadcastToRoomValidator : AbstractValidator<BroadcastToRoom>
{
    public BroadcastToRoomValidator()
    {
        RuleFor(broadcast => broadcast.Room)
            .Must(name => Realtime.Room.TryParse(name, out _))
            .WithMessage("There is no such room. Rooms are 'recruiters', 'admins', 'candidates' and 'candidate:{id}'.");
        RuleFor(broadcast => broadcast.Room)
            .Must(name => !Realtime.Room.TryParse(name, out var room) || room.CandidateId is null)
            .When(broadcast => broadcast.Persist == true)
            .WithMessage("What is kept goes to the room of a role: 'recruiters', 'admins' or 'candidates'.");
        RuleFor(broadcast => broadcast.Title).AnnouncementTitle();
        RuleFor(broadcast => broadcast.Message).AnnouncementMessage();
        RuleFor(broadcast => broadcast.ActionUrl).LocalPath();
        RuleFor(broadcast => broadcast.Data).AnnouncementData();
        RuleFor(broadcast => broadcast.Persist).NotNull();
        RuleFor(broadcast => broadcast.AnnouncementId).NotEqual(Guid.Empty);
    }
}

internal sealed class BroadcastToRoomHandler(IRoomMessages messages, ICandidateReader candidates, IMediator mediator, TimeProvider clock)
    : IRequestHandler<BroadcastToRoom, BroadcastResult>
{
    private const string Cause = "announcement";

    public async Task<BroadcastResult> Handle(BroadcastToRoom request, CancellationToken cancellationToken)
    {
        if (!Room.TryParse(request.Room, out var room))
            throw new InvalidOperationException("A broadcast to an unknown room was let through.");
        if (room.CandidateId is { } id && await candidates.FindAsync(id, cancellationToken) is null)
            throw RequestException.NotFound("The candidate of this room");

        var now = clock.GetUtcNow();
        if (request.Persist == true)
            return await AnnounceAsync(request, room, request.AnnouncementId ?? AnnouncementIds.Of(request, now));

        var message = new RoomMessage(room, request.Title!, request.Message!, request.ActionUrl, request.Data, now);
        return new BroadcastResult(await messages.SendAsync(message, cancellationToken), AnnouncementId: null);
    }

    private async Task<BroadcastResult> AnnounceAsync(BroadcastToRoom request, Room room, Guid id)
    {
        var announcement = new NotifySystemAnnouncement(id, room, request.Title!, request.Message!, request.ActionUrl, request.Data)
        {
            Actor = new Actor(request.Sender.Id, request.Sender.Name),
            Cause = new NotificationCause(Cause, $"{id}"),
        };

        // Once begun it goes through: a sender who does not wait for the answer must not leave half of them untold.
        var result = await mediator.Send(announcement, CancellationToken.None);
        return new BroadcastResult(result.NotificationIds.Count, id);
    }
}
