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
            var changed = Change(feed, shown, random, At.Minute(step));

            Assert.Equal(before + (changed ? 1 : 0), feed.Seq);
            Assert.Equal(changed ? 1 : 0, feed.TakeEvents().Count);
            Assert.Equal(shown.Count(one => one is { Unread: true, Deleted: false }), feed.UnreadCount);
            Assert.Equal(shown.Count(one => one is { Unseen: true, Deleted: false }), feed.UnseenCount);
        }

        Assert.True(feed.Seq > Steps / 4, "The sequence changed hardly anything.");
    }

    private static bool Change(NotificationFeed feed, List<Shown> shown, Random random, DateTimeOffset now)
    {
        var any = shown.Count == 0 ? null : shown[random.Next(shown.Count)];
        switch (random.Next(10))
        {
            case < 5:
                var type = random.Next(2) == 0 ? NotificationType.MatchFound : NotificationType.CandidateAdded;
                shown.Add(new Shown(feed.Append(Drafts.Any(type), now)));
                return true;
            case < 7 when any is not null:
                var reads = any is { Unread: true, Deleted: false };
                Assert.Equal(reads, feed.MarkRead(any.Notification, now));
                if (reads)
                    (any.Unread, any.Unseen) = (false, false);
                return reads;
            case < 9 when any is not null:
                var deletes = !any.Deleted;
                Assert.Equal(deletes, feed.Delete(any.Notification, now));
                any.Deleted = true;
                return deletes;
            default:
                return ReadUpTo(feed, shown, random);
        }
    }

    private static bool ReadUpTo(NotificationFeed feed, List<Shown> shown, Random random)
    {
        var upTo = random.NextInt64(feed.Seq + 1);
        NotificationType? type = random.Next(2) == 0 ? NotificationType.MatchFound : null;
        var affected = shown
            .Where(one => one is { Unread: true, Deleted: false } && one.Notification.Seq <= upTo
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

        public bool Deleted { get; set; }
    }
}
