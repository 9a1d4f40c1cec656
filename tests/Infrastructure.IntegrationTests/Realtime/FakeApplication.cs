using System.Collections.Concurrent;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Receipts;
using HotGigs.Application.Realtime;
using HotGigs.Application.Users;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>Stands in for the application's handlers, so that a test decides when and what they answer.</summary>
internal sealed class FakeApplication : IMediator, IFeedReader
{
    public Func<string, Task<FeedSnapshot>> FeedHead { get; set; } =
        _ => Task.FromResult(new FeedSnapshot("epoch-1", 7, 3, 2));

    public Func<Guid, UserIdentity, Task<ResumeProgress>> Watch { get; set; } =
        (_, _) => throw RequestException.NotFound("The resume");

    public Func<string, UserIdentity, Task<Room>> Join { get; set; } = (name, user) =>
        !Room.TryParse(name, out var room) ? throw RequestException.Invalid("room", "There is no such room.")
        : room.CandidateId is not null || user.Roles.HasAny(room.Roles) ? Task.FromResult(room)
        : throw new RequestException(ErrorCode.Forbidden, "You may not join this room.");

    public Func<IReadOnlyDictionary<string, long>, IReadOnlyDictionary<string, long>> Record { get; set; } =
        _ => new Dictionary<string, long>();

    public IReadOnlyList<SeenUser> SeenLately { get; set; } = [];

    /// <summary>What was recorded, in the order in which it was.</summary>
    public ConcurrentQueue<LastSeen> LastSeen { get; } = new();

    public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default) =>
        (TResponse)(object)(request switch
        {
            WatchResume watch => await Watch(watch.ResumeId, watch.User),
            RecordDelivery delivery => Record(delivery.UpToSeqs),
            ReadPresence presence => new PresenceBackground(await Join(presence.RoomName, presence.User), SeenLately),
            RecordLastSeen seen => Keep(seen.Seen),
            JoinRoom join => await Join(join.RoomName, join.User),
            _ => throw new NotSupportedException(request.GetType().Name),
        });

    public Task<FeedSnapshot> GetHeadAsync(string userId, CancellationToken cancellationToken) => FeedHead(userId);

    public Task<FeedPage> ListAsync(string userId, FeedFilter filter, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<FeedChanges> ReadChangesAsync(
        string userId, long since, int limit, int maxChange, CancellationToken cancellationToken) => throw new NotSupportedException();

    private int Keep(IReadOnlyCollection<LastSeen> seen)
    {
        foreach (var one in seen)
            LastSeen.Enqueue(one);
        return seen.Count;
    }

    public Task Publish(object notification, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task Publish<TNotification>(TNotification notification, CancellationToken cancellationToken = default)
        where TNotification : INotification => throw new NotSupportedException();
}
