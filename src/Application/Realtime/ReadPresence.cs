using HotGigs.Application.Users;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Realtime;

/// <summary>
/// Asks whether a user may know who is in a room, as <see cref="JoinRoom"/> does, and who of those it is for was here
/// lately.
/// </summary>
public sealed record ReadPresence(UserIdentity User, string RoomName) : IRequest<PresenceBackground>;

/// <summary>What presence in a room is shown against.</summary>
/// <param name="Room">The room.</param>
/// <param name="SeenLately">Users the room is for who were seen within a day, the latest first, 100 at most; in it or not.</param>
public sealed record PresenceBackground(Room Room, IReadOnlyList<SeenUser> SeenLately);

internal sealed class ReadPresenceHandler(IMediator mediator, IUserDirectory users, TimeProvider clock)
    : IRequestHandler<ReadPresence, PresenceBackground>
{
    private const int MaxSeenLately = 100;

    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public async Task<PresenceBackground> Handle(ReadPresence request, CancellationToken cancellationToken)
    {
        var room = await mediator.Send(new JoinRoom(request.User, request.RoomName), cancellationToken);

        // A candidate's room has no roster, and when other candidates were here is none of a candidate's business.
        var isTold = room.CandidateId is null && request.User.Roles.HasAny(Roles.Recruiter | Roles.Admin);
        return new PresenceBackground(
            room,
            isTold ? await users.FindSeenSinceAsync(room.Roles, clock.GetUtcNow() - Lately, MaxSeenLately, cancellationToken) : []);
    }
}
