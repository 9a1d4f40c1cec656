using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Realtime.Frames;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>One user's feed on the real server: what devices may ask of it, its frames, and the truth about it.</summary>
internal sealed class FeedServer(TestNode node, UserIdentity user) : IFeedServer
{
    private const int PageSize = 30;

    public async Task<JsonElement> SyncAsync(long since, string epoch)
    {
        var result = await node.SendAsync(new SyncNotifications(user, since, epoch));
        return Json(NotificationFrames.Synced(result, default));
    }

    public async Task<JsonElement> ListAsync(bool archived, string? cursor) => JsonSerializer.SerializeToElement(
        await node.SendAsync(new ListNotifications(user, UnreadOnly: false, Type: null, archived, PageSize, cursor)), WireJson.Options);

    public Task<FeedSnapshot> HeadAsync() => node.SendAsync(new GetFeedHead(user.Id));

    /// <summary>The frames of what has happened since the last time, as sockets would carry them.</summary>
    public IReadOnlyList<JsonElement> TakeFrames() => [.. node.Events.Take().Where(IsAboutThisFeed).Select(FrameOf).Select(Json)];

    /// <summary>The list or the archive, to its end.</summary>
    public async Task<IReadOnlyList<ShownNotification>> WholeListAsync(bool archived)
    {
        var all = new List<ShownNotification>();
        string? cursor = null;
        do
        {
            var page = await node.SendAsync(new ListNotifications(user, false, null, archived, ListNotifications.MaxLimit, cursor));
            all.AddRange(page.Notifications.Select(one => ShownNotification.Of(JsonSerializer.SerializeToElement(one, WireJson.Options))));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        return all;
    }

    /// <summary>What counting the rows finds.</summary>
    public async Task<(int Unread, int Unseen)> RecountAsync()
    {
        await using var context = node.Get<Func<HotGigsDbContext>>()();
        var counted = context.Notifications.Where(one => one.UserId == user.Id && one.ArchivedAt == null && one.DeletedAt == null);
        return (await counted.CountAsync(one => one.ReadAt == null), await counted.CountAsync(one => one.SeenAt == null));
    }

    // What expires may be that of a user of an earlier run.
    private bool IsAboutThisFeed(IDomainEvent happened) => user.Id == happened switch
    {
        NotificationCreated created => created.Notification.UserId,
        NotificationsChanged changed => changed.UserId,
        NotificationsReadUpTo read => read.UserId,
        NotificationsRestored restored => restored.UserId,
        NotificationsDeleted deleted => deleted.UserId,
        _ => throw new InvalidOperationException($"It is not known whom {happened} is about."),
    };

    private static Frame FrameOf(IDomainEvent happened) => happened switch
    {
        NotificationCreated created => NotificationFrames.Created(created),
        NotificationsChanged changed => NotificationFrames.Changed(changed),
        NotificationsReadUpTo read => NotificationFrames.ReadUpTo(read),
        NotificationsRestored restored => NotificationFrames.Restored(restored),
        NotificationsDeleted deleted => NotificationFrames.Deleted(deleted),
        _ => throw new InvalidOperationException($"There is no frame for {happened}."),
    };

    private static JsonElement Json(Frame frame) => JsonElement.Parse(frame.Utf8.Span);
}
