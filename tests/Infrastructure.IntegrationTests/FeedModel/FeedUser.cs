using HotGigs.Application.Common;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using MediatR;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>The user, and whoever sends them something: does each operation by the real use case.</summary>
internal sealed class FeedUser(TestNode node, UserIdentity user)
{
    /// <summary>More than a page of a recovery holds.</summary>
    private const int Many = 320;

    private static readonly NotificationType[] Types = [NotificationType.CandidateShared, NotificationType.MatchFound];

    /// <summary>All that was ever created, what is deleted included.</summary>
    private readonly List<Guid> ids = [];

    /// <returns>Whether the server has accepted it.</returns>
    public async Task<bool> DoAsync(FeedOperationKind kind, Random random)
    {
        try
        {
            await SendAsync(kind, random);
            return true;
        }
        catch (RequestException refused) when (refused.Code == ErrorCode.NotFound)
        {
            return false;
        }
    }

    private Task SendAsync(FeedOperationKind kind, Random random) => kind switch
    {
        FeedOperationKind.Create => CreateAsync(1, random),
        FeedOperationKind.CreateMany => CreateAsync(Many, random),
        FeedOperationKind.Read => node.SendAsync(new MarkNotificationRead(user, Any(random))),
        FeedOperationKind.Unread => node.SendAsync(new MarkNotificationUnread(user, Any(random))),
        FeedOperationKind.Archive => node.SendAsync(new ArchiveNotification(user, Any(random))),
        FeedOperationKind.Unarchive => node.SendAsync(new UnarchiveNotification(user, Any(random))),
        FeedOperationKind.Delete => node.SendAsync(new DeleteNotification(user, Any(random))),
        FeedOperationKind.Restore => node.SendAsync(new RestoreNotification(user, Any(random))),
        FeedOperationKind.Bulk => BulkAsync(random),
        FeedOperationKind.SeenUpTo => SeenUpToAsync(random),
        FeedOperationKind.ReadUpTo => ReadUpToAsync(random),
        FeedOperationKind.TimePasses => PassTimeAsync(random),
        FeedOperationKind.Expire => node.SendAsync(new RetireNotifications(new Outlived.Expired(node.Clock.GetUtcNow()), Limit: 1_000)),
        FeedOperationKind.Purge => node.SendAsync(
            new PurgeTombstones(node.Clock.GetUtcNow() - Notification.RestoreWindow - TimeSpan.FromSeconds(1), Limit: 200)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private async Task CreateAsync(int count, Random random)
    {
        var commands = Enumerable.Range(0, count).Select(_ => Something(random)).ToList();
        foreach (var result in await Task.WhenAll(commands.Select(node.SendAsync)))
            ids.AddRange(result.NotificationIds);
    }

    private IRequest<NotifyResult> Something(Random random)
    {
        DateTimeOffset? expires = random.Next(5) == 0 ? node.Clock.GetUtcNow().AddSeconds(random.Next(1, 60)) : null;
        return random.Next(2) == 0
            ? new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), "Zoë Łukasz", "Ada", "fits \"well\"", null) { ExpiresAt = expires }
            : new NotifyMatchFound(user.Id, Guid.CreateVersion7(), random.Next(80, 101), "Tester", null) { ExpiresAt = expires };
    }

    // Mostly of what is listed: with one that is deleted or unknown among them, most bulk actions are refused.
    private async Task BulkAsync(Random random)
    {
        var action = random.GetItems(Enum.GetValues<BulkAction>(), 1)[0];
        var archived = random.Next(3) == 0;
        var listed = await node.SendAsync(
            new ListNotifications(user, UnreadOnly: false, Type: null, archived, ListNotifications.MaxLimit, Cursor: null));
        var some = listed.Notifications.Select(one => one.Id).Where(_ => random.Next(3) == 0).ToList();
        if (random.Next(4) == 0 || some.Count == 0)
            some.AddRange([Any(random), Any(random)]);
        await node.SendAsync(new ChangeNotifications(user, action, some));
    }

    private async Task SeenUpToAsync(Random random) =>
        await node.SendAsync(new MarkNotificationsSeen(user, await WatermarkAsync(random)));

    private async Task ReadUpToAsync(Random random) => await node.SendAsync(new MarkAllNotificationsRead(
        user, await WatermarkAsync(random), random.Next(2) == 0 ? Types[random.Next(Types.Length)] : null));

    private Task PassTimeAsync(Random random)
    {
        node.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 20)));
        return Task.CompletedTask;
    }

    private async Task<long?> WatermarkAsync(Random random)
    {
        var head = await node.SendAsync(new GetFeedHead(user.Id));
        return random.Next(3) == 0 ? null : random.NextInt64(head.Seq + 1);
    }

    // Mostly a recent one, because that is the one that something else has just happened to; sometimes none of theirs.
    private Guid Any(Random random) => random.Next(100) == 0 || ids.Count == 0
        ? Guid.CreateVersion7()
        : random.Next(2) == 0 ? ids[random.Next(ids.Count)] : ids[^random.Next(1, Math.Min(ids.Count, 8) + 1)];
}
