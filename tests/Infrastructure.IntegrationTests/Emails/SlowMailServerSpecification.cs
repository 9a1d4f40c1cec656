using System.Net;
using System.Net.Sockets;
using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Mail;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>What becomes of mails that a mail server takes, or seems to take, forever for.</summary>
public abstract class SlowMailServerSpecification(TestDatabase database) : EmailSpecification(database)
{
    private static readonly TimeSpan SendTimeout = new EmailOptions().SendTimeout;
    private static readonly TimeSpan ConnectTimeout = new EmailOptions().ConnectTimeout;

    [Fact]
    public async Task Each_try_has_the_same_id_by_which_a_second_copy_is_known()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        var reached = new TaskCompletionSource();
        // The server takes the mail, and its answer never arrives.
        Smtp.BeforeTaking = _ => reached.TrySetResult() ? Task.Delay(Timeout.Infinite, Cancelled) : Task.CompletedTask;
        var work = WorkAsync(Node);
        await reached.Task.WaitAsync(Eventually.Deadline, Cancelled);
        Node.Clock.Advance(SendTimeout);
        await work.WaitAsync(Eventually.Deadline, Cancelled);
        Assert.Equal("The mail server did not answer in time.", Assert.Single((await TheMailAsync(EmailStatus.Pending)).Attempts).Error);

        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        await WorkAsync(Node);

        var sent = await TheMailAsync(EmailStatus.Sent);
        Assert.Equal(2, sent.Attempts.Count);
        Assert.Equal($"{sent.Id:N}@hotgigs.example.com", Assert.Single(Smtp.Received).Message.MessageId);
    }

    [Fact]
    public async Task A_recipient_whose_mail_takes_forever_keeps_nobody_waiting()
    {
        await JoinAsync(Ben, AtOnce);
        await JoinAsync(Rosa, AtOnce);
        var reached = new TaskCompletionSource();
        var hanging = new TaskCompletionSource();
        Smtp.BeforeTaking = address =>
        {
            if (address != "ben@example.com")
                return Task.CompletedTask;
            reached.SetResult();
            return hanging.Task;
        };
        await ShareAsync(Ben);
        await ShareAsync(Rosa);

        var started = await Node.Get<EmailDispatcher>().StartDueAsync(2, Cancelled, Cancelled);
        await reached.Task.WaitAsync(Eventually.Deadline, Cancelled);
        await Eventually.TrueAsync(() => started.Count(one => one.IsCompleted) == 1);
        Assert.Single(Smtp.To("rosa@example.com"));

        Node.Clock.Advance(SendTimeout);
        await Task.WhenAll(started).WaitAsync(Eventually.Deadline, Cancelled);
        Assert.Equal(Ben.Id, (await TheMailAsync(EmailStatus.Pending)).UserId);
        hanging.SetResult();
    }

    [Fact]
    public async Task A_mail_server_that_takes_connections_and_never_answers_costs_no_mail_a_try()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        await Smtp.DisposeAsync();
        using var mute = new TcpListener(IPAddress.Loopback, Smtp.Port);
        mute.Start();

        var dispatcher = Node.Get<EmailDispatcher>();
        var work = WorkAsync(Node);
        using var connection = await mute.AcceptTcpClientAsync(Cancelled);
        Node.Clock.Advance(ConnectTimeout);
        await work.WaitAsync(Eventually.Deadline, Cancelled);

        Assert.Equal("The mail server does not answer.", dispatcher.Outage);
        Assert.Empty((await TheMailAsync(EmailStatus.Pending)).Attempts);
        Smtp = SmtpTestServer.Start();
    }
}

public sealed class SqliteSlowMailServer() : SlowMailServerSpecification(new SqliteTestDatabase());

public sealed class SqlServerSlowMailServer() : SlowMailServerSpecification(new SqlServerTestDatabase());
