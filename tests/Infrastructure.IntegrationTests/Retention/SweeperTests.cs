using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Realtime.Messages;
using HotGigs.Infrastructure.Retention;
using HotGigs.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Retention;

/// <summary>The background services do by the clock what they are set up to do.</summary>
public sealed class SweeperTests() : PersistenceSpecification(new SqliteTestDatabase())
{
    [Fact]
    public async Task What_expires_leaves_within_the_interval_and_not_before()
    {
        using var sweeper = await StartAsync(new ExpirySweeper(
            Requests(), Options.Create(new RetentionOptions()), Node.Clock, NullLogger<ExpirySweeper>.Instance));
        await Node.SendAsync(Match() with { ExpiresAt = TestNode.Start.AddSeconds(20) });

        Node.Clock.Advance(TimeSpan.FromSeconds(15));
        Node.Clock.Advance(TimeSpan.FromSeconds(15));

        await Eventually.GetAsync(CountAsync, unread => unread == 0);
        Assert.Equal(2, Assert.Single(Node.Events.Published.OfType<NotificationsDeleted>()).Feed.Seq);
        await sweeper.StopAsync(Cancelled);
    }

    [Fact]
    public async Task What_has_been_kept_long_enough_goes_by_its_type_and_state_in_as_many_batches_as_it_takes()
    {
        for (var i = 0; i < 5; i++)
            await Node.SendAsync(Match());
        var read = (await Node.SendAsync(Match())).NotificationIds[0];
        await Node.SendAsync(new MarkNotificationRead(Rosa, read));
        await Node.SendAsync(new NotifyGoogleDriveSyncCompleted(Rosa.Id, Guid.CreateVersion7(), "Resumes", 2));
        Node.Clock.Advance(TimeSpan.FromDays(10));
        var options = new RetentionOptions { BatchSize = 2, Pause = TimeSpan.Zero };
        options.Types["match_found"] = new TypeRetentionOptions { Unread = TimeSpan.FromDays(9) };

        using var sweeper = await StartAsync(Sweeper(options));

        await Eventually.GetAsync(CountAsync, unread => unread == 1);
        Assert.Equal([2, 2, 1], Node.Events.Published.OfType<NotificationsDeleted>().Select(one => one.NotificationIds.Count));
        await sweeper.StopAsync(Cancelled);
        var left = (await Node.Get<IFeedReader>().ListAsync(Rosa.Id, new FeedFilter(null, 10), Cancelled)).Notifications;
        Assert.Equal([NotificationType.GoogleDriveSyncCompleted, NotificationType.MatchFound], left.Select(one => one.Type));
    }

    [Fact]
    public async Task Tombstones_go_in_their_own_time()
    {
        await Node.SendAsync(new DeleteNotification(Rosa, (await Node.SendAsync(Match())).NotificationIds[0]));
        using var sweeper = await StartAsync(Sweeper(new RetentionOptions()));

        Node.Clock.Advance(TimeSpan.FromDays(31));

        await Eventually.GetAsync(RowsAsync, rows => rows == 0);
        await sweeper.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Mails_that_ended_go_in_their_own_time_and_those_that_wait_stay()
    {
        var ended = Enumerable.Range(0, 3).Select(_ => SomeMail.Of(EmailGrouping.None)).ToList();
        ended[0].MarkSent(TestNode.Start);
        ended[1].Skip("The notification was read before.", TestNode.Start);
        ended[2].GiveUp("It failed.", "550 no", TestNode.Start);
        await using (var context = Node.Get<Func<HotGigsDbContext>>()())
        {
            context.EmailDeliveries.AddRange([.. ended, SomeMail.Of(EmailGrouping.None)]);
            await context.SaveChangesAsync(Cancelled);
        }

        Node.Clock.Advance(TimeSpan.FromDays(31));
        using var sweeper = await StartAsync(Sweeper(new RetentionOptions { Interval = TimeSpan.FromDays(1), BatchSize = 1, Pause = TimeSpan.Zero }));
        await Eventually.GetAsync(MailsAsync, left => left is [EmailStatus.Pending, EmailStatus.Dead]);
        Node.Clock.Advance(TimeSpan.FromDays(60));
        await Eventually.GetAsync(MailsAsync, left => left is [EmailStatus.Pending]);
        await sweeper.StopAsync(Cancelled);
    }

    [Fact]
    public void Defaults_hold_where_a_type_has_none_of_its_own()
    {
        var options = new RetentionOptions { Read = TimeSpan.FromDays(7) };
        options.Types["MATCH_found"] = new TypeRetentionOptions { Unread = TimeSpan.FromDays(3) };

        Assert.Equal(TimeSpan.FromDays(3), options.Of(NotificationType.MatchFound, KeptAs.Unread));
        Assert.Equal(TimeSpan.FromDays(7), options.Of(NotificationType.MatchFound, KeptAs.Read));
        Assert.Equal(TimeSpan.FromDays(180), options.Of(NotificationType.CandidateAdded, KeptAs.Unread));
        Assert.Equal(TimeSpan.FromDays(365), options.Of(NotificationType.CandidateAdded, KeptAs.Archived));
    }

    private static NotifyMatchFound Match() => new(Rosa.Id, Guid.CreateVersion7(), 90, "Tester", null);

    private static async Task<T> StartAsync<T>(T service)
        where T : BackgroundService
    {
        await service.StartAsync(Cancelled);
        return service;
    }

    private RequestSender Requests() => new(Node.Get<IServiceScopeFactory>());

    private RetentionSweeper Sweeper(RetentionOptions options) => new(
        Requests(), Node.Get<IRetentionStore>(), Node.Get<EmailDeliveries>(), Options.Create(options), Node.Clock, NullLogger<RetentionSweeper>.Instance);

    private async Task<int> CountAsync() => (await Node.Get<IFeedReader>().GetHeadAsync(Rosa.Id, Cancelled)).UnreadCount;

    private async Task<List<EmailStatus>> MailsAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.EmailDeliveries.Select(mail => mail.Status).Order().ToListAsync(Cancelled);
    }

    private async Task<int> RowsAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await context.Notifications.CountAsync(Cancelled);
    }
}
