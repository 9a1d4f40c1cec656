using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Realtime;

/// <summary>Asks whether a user may join a room. Answers the room, or refuses with <c>validation_failed</c> or <c>forbidden</c>.</summary>
public sealed record JoinRoom(UserIdentity User, string RoomName) : IRequest<Room>;

internal sealed class JoinRoomHandler(ICandidateReader candidates) : IRequestHandler<JoinRoom, Room>
{
    public async Task<Room> Handle(JoinRoom request, CancellationToken cancellationToken)
    {
        if (!Room.TryParse(request.RoomName, out var room))
            throw RequestException.Invalid("room", "There is no such room. Rooms are 'recruiters', 'admins', 'candidates' and 'candidate:{id}'.");

        var allowed = room.CandidateId is { } id
            ? await candidates.FindVisibleAsync(request.User, id, cancellationToken) is not null
            : request.User.Roles.HasAny(room.Roles);

        return allowed ? room : throw new RequestException(ErrorCode.Forbidden, "You may not join this room.");
    }
}
