using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.Emails.Sending;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>The worker as it runs, and as it stops.</summary>
public sealed class EmailWorkerTests() : EmailSpecification(new SqliteTestDatabase())
{
    [Fact]
    public async Task What_cannot_be_finished_when_the_server_stops_is_given_back_at_once()
    {
        await JoinAsync(Rosa, AtOnce);
        var reached = new TaskCompletionSource();
        Smtp.BeforeTaking = _ =>
        {
            reached.SetResult();
            return Task.Delay(Timeout.Infinite, Cancelled);
        };
        using var stopping = new CancellationTokenSource();
        await ShareAsync(Rosa);
        var sending = Assert.Single(await Node.Get<EmailDispatcher>().StartDueAsync(4, Cancelled, stopping.Token));
        await reached.Task.WaitAsync(Eventually.Deadline, Cancelled);

        await stopping.CancelAsync();
        await sending.WaitAsync(Eventually.Deadline, Cancelled);

        var mail = await TheMailAsync(EmailStatus.Pending);
        Assert.Equal(TestNode.Start, mail.DueAt);
        Assert.Empty(mail.Attempts);
        Smtp.BeforeTaking = _ => Task.CompletedTask;
        await WorkAsync(OtherNode);
        Assert.Single(Smtp.Received);
    }

    [Fact]
    public async Task Without_a_mail_server_mails_are_ended_and_the_reason_is_kept()
    {
        await using var database = new SqliteTestDatabase();
        await using var node = await TestNode.StartAsync(database);
        await node.RegisterAsync(Rosa);
        await node.SendAsync(new Application.Notifications.Notify.NotifyCandidateShared(Rosa.Id, Guid.CreateVersion7(), "Jane", "Ada", null, null));
        node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(node);

        var mail = Assert.Single(await node.Get<EmailDeliveries>().ListAsync(EmailStatus.Skipped, null, 10, Cancelled));
        Assert.Equal("E-mail is not set up on this server.", mail.Reason);
    }

    [Fact]
    public async Task A_burst_goes_over_a_few_connections_which_are_closed_afterwards()
    {
        await JoinAsync(Rosa, AtOnce);
        await JoinAsync(Ben, AtOnce);
        for (var i = 0; i < 10; i++)
        {
            await ShareAsync(Rosa);
            await ShareAsync(Ben);
        }

        using var worker = Worker();
        await worker.StartAsync(Cancelled);
        await Eventually.TrueAsync(() => Smtp.Received.Count == 20 && Smtp.OpenConnections == 0);
        await worker.StopAsync(Cancelled);

        Assert.InRange(Smtp.Connections, 1, 8);
        Assert.Equal(20, (await MailsAsync(EmailStatus.Sent)).Count);
    }

    [Fact]
    public async Task A_server_that_stops_leaves_mails_that_are_being_sent_a_moment()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        var reached = new TaskCompletionSource();
        Smtp.BeforeTaking = _ =>
        {
            reached.SetResult();
            return Task.Delay(Timeout.Infinite, Cancelled);
        };
        using var worker = Worker();
        await worker.StartAsync(Cancelled);
        await reached.Task.WaitAsync(Eventually.Deadline, Cancelled);

        var stopped = worker.StopAsync(Cancelled);
        Assert.False(stopped.IsCompleted);
        Node.Clock.Advance(TimeSpan.FromSeconds(5));
        // Sooner than five seconds by the clock on the wall.
        await stopped.WaitAsync(TimeSpan.FromSeconds(4), Cancelled);

        Assert.Equal("The server that was sending it was stopped.", (await TheMailAsync(EmailStatus.Pending)).Reason);
    }

    [Fact]
    public async Task The_queue_is_looked_at_when_somebody_wakes_it_and_else_after_a_while()
    {
        var clock = new FakeTimeProvider();
        using var signal = new EmailQueueSignal(clock);

        var woken = signal.WaitAsync(TimeSpan.FromMinutes(5), Cancelled);
        Assert.False(woken.IsCompleted);
        signal.Wake();
        await woken.WaitAsync(Eventually.Deadline, Cancelled);

        var waiting = signal.WaitAsync(TimeSpan.FromMinutes(5), Cancelled);
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.False(waiting.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));
        await waiting.WaitAsync(Eventually.Deadline, Cancelled);

        using var stopping = new CancellationTokenSource();
        var stopped = signal.WaitAsync(TimeSpan.FromMinutes(5), stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
    }

    private EmailWorker Worker() => new(
        Node.Get<EmailDispatcher>(),
        Node.Get<EmailQueueSignal>(),
        Node.Get<IMailSender>(),
        Node.Get<EmailSetup>(),
        Node.Get<IOptions<EmailOptions>>(),
        Node.Clock,
        NullLogger<EmailWorker>.Instance);
}
