using System.Text.Json;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.FeedModel;

/// <summary>
/// A client that does no more than docs/protocol.md tells it to, under "How a client keeps its feed right". It
/// knows the server by JSON alone. While it recovers it pays no attention to frames; what it misses by that is
/// one more gap.
/// </summary>
internal sealed class SimulatedDevice(IFeedServer server)
{
    private readonly Dictionary<Guid, ShownNotification> notifications = [];
    private State state = State.ReadingList;
    private string epoch = "";
    private long seq;
    private (bool Archived, string? Cursor, bool First) next = (false, null, true);

    private enum State
    {
        Live,
        Syncing,
        ReadingList,
    }

    public bool IsLive => state == State.Live;

    public int UnreadCount { get; private set; }

    /// <summary>What it has done, for a test that wants to be sure of having tested something.</summary>
    public (int Applied, int Ignored, int Syncs, int Reloads) Done { get; private set; }

    public IReadOnlyList<ShownNotification> List(bool archived) =>
        [.. notifications.Values.Where(one => one.IsArchived == archived).OrderByDescending(one => one.Seq)];

    public void Receive(JsonElement frame)
    {
        var position = frame.Number("seq");
        if (!IsLive || position <= seq)
        {
            Done = Done with { Ignored = Done.Ignored + 1 };
            return;
        }

        if (position > seq + 1)
        {
            state = State.Syncing;
            return;
        }

        Apply(frame, position);
        seq = position;
        UnreadCount = (int)frame.Number("unread_count");
        Done = Done with { Applied = Done.Applied + 1 };
    }

    /// <summary>A <c>pong</c>, or a <c>connected</c>.</summary>
    public void HearPosition(string currentEpoch, long currentSeq)
    {
        if (IsLive && currentEpoch != epoch)
            StartOver();
        else if (IsLive && currentSeq > seq)
            state = State.Syncing;
    }

    public void RequestSync() => state = IsLive ? State.Syncing : state;

    /// <summary>As after a server's database was restored: what it knows belongs to another sequence.</summary>
    public void ForgetEpoch() => epoch = "another";

    /// <summary>Makes the next request of its recovery, if it has one to make.</summary>
    public async Task ContinueRecoveryAsync()
    {
        if (state == State.Syncing)
            await SyncAsync();
        else if (state == State.ReadingList)
            await ReadPageAsync();
    }

    private void Apply(JsonElement frame, long position)
    {
        switch (frame.Text("type"))
        {
            case "notification":
                Put(ShownNotification.OfFrame(frame));
                break;
            case "notification_deleted":
                foreach (var id in frame.Items("notification_ids"))
                    notifications.Remove(id.GetGuid());
                break;
            case "notification_updated" when frame.Has("notifications"):
                foreach (var whole in frame.Items("notifications"))
                    Put(ShownNotification.Of(whole));
                break;
            case "notification_updated" when frame.Has("changes"):
                foreach (var change in frame.Items("changes"))
                {
                    Put(notifications[change.Id("notification_id")] with
                    {
                        IsRead = change.Flag("is_read"),
                        IsSeen = change.Flag("is_seen"),
                        IsArchived = change.Flag("is_archived"),
                        ChangedSeq = position,
                    });
                }

                break;
            case "notification_updated":
                ReadUpTo(frame, position);
                break;
            default:
                throw new InvalidOperationException($"What is this? {frame}");
        }
    }

    private void ReadUpTo(JsonElement frame, long position)
    {
        var upTo = frame.Number("read_up_to_seq");
        var type = frame.Has("notification_type") ? frame.Text("notification_type") : null;
        foreach (var one in notifications.Values.Where(one => one.CountsAsUnread && one.Seq <= upTo && (type ?? one.Type) == one.Type).ToList())
            Put(one with { IsRead = true, IsSeen = true, ChangedSeq = position });
    }

    private async Task SyncAsync()
    {
        // Nothing had happened in this feed when the list was read: there is no sequence to continue.
        if (epoch == "")
        {
            StartOver();
            return;
        }

        var result = await server.SyncAsync(seq, epoch);
        Done = Done with { Syncs = Done.Syncs + 1 };
        if (!result.Flag("recovered"))
        {
            StartOver();
            return;
        }

        foreach (var whole in result.Items("notifications"))
            Put(ShownNotification.Of(whole));
        foreach (var id in result.Items("deleted"))
            notifications.Remove(id.GetGuid());
        seq = result.Number("seq");
        UnreadCount = (int)result.Number("unread_count");
        state = result.Flag("more") ? State.Syncing : State.Live;
    }

    private void StartOver()
    {
        notifications.Clear();
        next = (Archived: false, Cursor: null, First: true);
        state = State.ReadingList;
        Done = Done with { Reloads = Done.Reloads + 1 };
    }

    /// <summary>Reads the list and then the archive. The position is that of the first page; later pages may be newer.</summary>
    private async Task ReadPageAsync()
    {
        var page = await server.ListAsync(next.Archived, next.Cursor);
        if (next.First)
            (epoch, seq) = (page.Text("epoch")!, page.Number("seq"));
        foreach (var whole in page.Items("notifications"))
            Put(ShownNotification.Of(whole));
        UnreadCount = (int)page.Number("unread_count");

        var cursor = page.Text("next_cursor");
        if (cursor is not null || !next.Archived)
            next = (Archived: next.Archived || cursor is null, cursor, First: false);
        else
            state = page.Number("seq") > seq ? State.Syncing : State.Live;
    }

    private void Put(ShownNotification notification) => notifications[notification.Id] = notification;
}

/// <summary>What a device can ask a server for, answered in the JSON of the wire.</summary>
internal interface IFeedServer
{
    Task<JsonElement> SyncAsync(long since, string epoch);

    Task<JsonElement> ListAsync(bool archived, string? cursor);
}
