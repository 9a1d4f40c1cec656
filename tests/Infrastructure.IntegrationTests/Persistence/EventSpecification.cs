using System.Text;
using HotGigs.Application.Events;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>What holds of events of other programs, whichever database is behind it.</summary>
public abstract class EventSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    [Fact]
    public async Task One_event_at_two_servers_at_the_same_moment_is_applied_once()
    {
        for (var round = 1; round <= 20; round++)
        {
            var events = Ended($"event-{round}");
            var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
                (i % 2 == 0 ? Node : OtherNode).SendAsync(new ApplyEvents(events)))));

            Assert.Equal((1, 5), (applied.Sum(one => one.Accepted), applied.Sum(one => one.Duplicates)));
            Assert.Equal(round, await CountAsync(context => context.Notifications));
            Assert.Equal(round, await CountAsync(context => context.ReceivedEvents));
        }
    }

    [Fact]
    public async Task A_server_that_dies_between_the_effect_and_its_record_leaves_an_event_that_can_be_sent_again()
    {
        var events = Ended("event-1");
        await Node.SendAsync(new ApplyEvents(events));
        await ForgetAsync();

        var again = await OtherNode.SendAsync(new ApplyEvents(events));

        Assert.Equal(new AppliedEvents(1, 0), again);
        Assert.Equal(1, await CountAsync(context => context.Notifications));
    }

    [Fact]
    public async Task A_notification_says_which_event_it_came_from()
    {
        await Node.SendAsync(new ApplyEvents(Ended("event-1")));

        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        Assert.Equal(new NotificationCause("urn:test", "event-1"), (await context.Notifications.SingleAsync(Cancelled)).Cause);
    }

    [Fact]
    public async Task Ids_that_differ_in_case_or_by_a_space_are_two()
    {
        foreach (var id in (string[])["a", "A", "a ", " a"])
            Assert.Equal(1, (await Node.SendAsync(new ApplyEvents(Ended(id)))).Accepted);
    }

    [Fact]
    public async Task Reports_on_one_resume_that_come_to_two_servers_at_once_leave_it_at_the_furthest()
    {
        var id = Guid.CreateVersion7();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? Node : OtherNode).SendAsync(
            new ReportResume(id, ResumeStatus.Processing, i * 5, "Working", null, Rosa.Id, "ada.pdf")))));

        var resume = await Node.Get<IResumeStore>().FindAsync(id, Cancelled);

        Assert.Equal((ResumeStatus.Processing, ProcessingStep.MatchingJobs), (resume!.Status, resume.Step));
        Assert.Null(await Node.Get<IResumeStore>().ClaimNextAsync("worker", TimeSpan.FromMinutes(1), Cancelled));
    }

    private static IReadOnlyList<IncomingEvent> Ended(string id) => EventParser.Parse(Encoding.UTF8.GetBytes(
        $$"""
        {
          "specversion": "1.0", "source": "urn:test", "id": "{{id}}", "type": "ai.hotgigs.bulk_upload.completed",
          "data": { "user_id": "rosa", "batch_id": "01a20622-14a1-7226-9e00-4663eed02e62", "total_files": 2, "successful": 2, "failed": 0 }
        }
        """), EventForm.One);

    private async Task<int> CountAsync<T>(Func<HotGigsDbContext, IQueryable<T>> of)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        return await of(context).CountAsync(Cancelled);
    }

    private async Task ForgetAsync()
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        await context.ReceivedEvents.ExecuteDeleteAsync(Cancelled);
    }
}

public sealed class SqliteEvents() : EventSpecification(new SqliteTestDatabase());

public sealed class SqlServerEvents() : EventSpecification(new SqlServerTestDatabase());
