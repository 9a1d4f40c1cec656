using System.Diagnostics;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>An announcement to thousands does not stand in the way of what is told to one.</summary>
public sealed class AnnouncementTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    private const int Audience = 10_000;

    [Fact]
    public async Task Single_notifications_get_in_between_its_slices()
    {
        await RegisterManyAsync();
        var announcement = new NotifySystemAnnouncement(
            Guid.CreateVersion7(), Room.Candidates, "Tonight", "We are down for an hour.", null, null);
        var undisturbed = await MeasureAsync(() => false, atLeast: 30);

        var started = Stopwatch.GetTimestamp();
        var announcing = Task.Run(() => Node.SendAsync(announcement));
        var delays = await MeasureAsync(() => !announcing.IsCompleted);
        var told = await announcing;
        var total = Stopwatch.GetElapsedTime(started);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Audience} in {total.TotalMilliseconds:0} ms; {delays.Count} single ones meanwhile: "
            + $"{Figures(delays)}, otherwise {Figures(undisturbed)}");

        Assert.Equal(Audience, told.NotificationIds.Count);
        var kinds = Node.Events.Published.OfType<NotificationCreated>().Select(one => one.Notification.Type).ToList();
        var between = kinds.SkipWhile(type => type != NotificationType.SystemAnnouncement)
            .Reverse().SkipWhile(type => type != NotificationType.SystemAnnouncement)
            .Count(type => type == NotificationType.CandidateShared);
        Assert.True(between >= 10, $"Only {between} got in between.");
    }

    [Fact]
    public async Task Sent_again_after_it_was_broken_off_it_reaches_the_others()
    {
        await Node.RegisterAsync(Kim);
        var announcement = new NotifySystemAnnouncement(
            Guid.CreateVersion7(), Room.Candidates, "Tonight", "We are down for an hour.", null, null);
        await Node.SendAsync(announcement);
        await Node.RegisterAsync(Ada);

        var again = await OtherNode.SendAsync(announcement);

        Assert.Equal((1, 1), (again.NotificationIds.Count, again.Duplicates));
    }

    /// <summary>How long one single notification after the other takes, in milliseconds, shortest first.</summary>
    private async Task<IReadOnlyList<double>> MeasureAsync(Func<bool> goesOn, int atLeast = 1)
    {
        var delays = new List<double>();
        while (delays.Count < atLeast || goesOn())
        {
            var asked = Stopwatch.GetTimestamp();
            await Node.SendAsync(Single());
            delays.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        delays.Sort();
        return delays;
    }

    private static string Figures(IReadOnlyList<double> delays) =>
        $"p50 {delays[delays.Count / 2]:0} ms, p99 {delays[(int)(delays.Count * 0.99)]:0} ms, longest {delays[^1]:0} ms";

    private static NotifyCandidateShared Single() => new(Rosa.Id, Guid.CreateVersion7(), "Ada Example", "Sam Sharer", null, null);

    private async Task RegisterManyAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        for (var index = 0; index < Audience; index++)
        {
            var user = new UserIdentity($"candidate-{index:00000}", $"Candidate {index}", $"{index}@example.com", Roles.Candidate);
            context.Users.Add(User.Register(user, TestNode.Start, TestNode.Start));
            context.NotificationFeeds.Add(NotificationFeed.Open(user.Id, TestNode.Start));
        }

        await context.SaveChangesAsync(Cancelled);
    }
}
