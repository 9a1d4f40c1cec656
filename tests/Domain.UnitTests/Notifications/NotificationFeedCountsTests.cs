using HotGigs.Domain.Notifications;

namespace HotGigs.Domain.UnitTests.Notifications;

/// <summary>Counts are kept, never counted: under any sequence of changes they must agree with counting from scratch.</summary>
public sealed class NotificationFeedCountsTests
{
    private const int Steps = 2_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void After_any_sequence_of_changes_the_counts_are_what_counting_finds(int seed)
    {
        var random = new Random(seed);
        var feed = NotificationFeed.Open("rita", At.Noon);
        var shown = new List<Shown>();

        for (var step = 1; step <= Steps; step++)
        {
            var before = feed.Seq;
            var changed = Change(feed, shown, random, At.Noon.AddSeconds(step));

            Assert.Equal(before + (changed ? 1 : 0), feed.Seq);
            Assert.Equal(changed ? 1 : 0, feed.TakeEvents().Count);
            Assert.Equal(shown.Count(one => one is { Unread: true, InList: true }), feed.UnreadCount);
            Assert.Equal(shown.Count(one => one is { Unseen: true, InList: true }), feed.UnseenCount);
        }

        Assert.True(feed.Seq > Steps / 4, "The sequence changed hardly anything.");
    }

    private static bool Change(NotificationFeed feed, List<Shown> shown, Random random, DateTimeOffset now)
    {
        if (shown.Count == 0 || random.Next(10) < 4)
        {
            var type = random.Next(2) == 0 ? NotificationType.MatchFound : NotificationType.CandidateAdded;
            shown.Add(new Shown(feed.Append(Drafts.Any(type), now)));
            return true;
        }

        var some = random.GetItems(shown.ToArray(), random.Next(1, 4));
        Notification[] named = [.. some.Select(one => one.Notification)];
        return random.Next(7) switch
        {
            0 => Agreed(
                feed.MarkRead(named, now),
                Expect(some, one => one is { Unread: true, Deleted: false }, one => (one.Unread, one.Unseen) = (false, false))),
            1 => Agreed(
                feed.MarkUnread(named, now), Expect(some, one => one is { Unread: false, Deleted: false }, one => one.Unread = true)),
            2 => Agreed(
                feed.Archive(named, now), Expect(some, one => one is { Archived: false, Deleted: false }, one => one.Archived = true)),
            3 => Agreed(
                feed.Unarchive(named, now), Expect(some, one => one is { Archived: true, Deleted: false }, one => one.Archived = false)),
            4 => Agreed(feed.Delete(named, now), Expect(some, one => !one.Deleted, one => one.DeletedAt = now)),
            5 => Agreed(
                feed.Restore(named, now),
                Expect(some, one => now - one.DeletedAt <= Notification.RestoreWindow, one => one.DeletedAt = null)),
            _ => ReadUpTo(feed, shown, random),
        };
    }

    private static bool Agreed(bool changed, bool expected)
    {
        Assert.Equal(expected, changed);
        return changed;
    }

    private static bool Expect(IEnumerable<Shown> some, Func<Shown, bool> matters, Action<Shown> change)
    {
        var affected = some.Where(matters).ToList();
        affected.ForEach(change);
        return affected.Count > 0;
    }

    private static bool ReadUpTo(NotificationFeed feed, List<Shown> shown, Random random)
    {
        var upTo = random.NextInt64(feed.Seq + 1);
        NotificationType? type = random.Next(2) == 0 ? NotificationType.MatchFound : null;
        var affected = shown
            .Where(one => one is { Unread: true, InList: true } && one.Notification.Seq <= upTo
                && (type is null || one.Notification.Type == type))
            .ToList();
        var tally = new UnreadTally(affected.Count, affected.Count(one => one.Unseen));

        Assert.Equal(affected.Count > 0, feed.MarkReadUpTo(upTo, type, tally));

        // The store marks those rows; a row marked there is not handed to the feed again as unread.
        foreach (var one in affected)
            shown.Remove(one);
        return affected.Count > 0;
    }

    private sealed class Shown(Notification notification)
    {
        public Notification Notification { get; } = notification;

        public bool Unread { get; set; } = true;

        public bool Unseen { get; set; } = true;

        public bool Archived { get; set; }

        public DateTimeOffset? DeletedAt { get; set; }

        public bool Deleted => DeletedAt is not null;

        public bool InList => !Archived && !Deleted;
    }
}
