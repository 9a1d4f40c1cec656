using HotGigs.Application.Emails;
using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.Emails.Sending;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Tests.Shared.Mail;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>What becomes of mails that cannot be sent, and of servers that die with them in hand.</summary>
public abstract class EmailFailureSpecification(TestDatabase database) : EmailSpecification(database)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["Email:MaxAttempts"] = "3",
    };

    [Fact]
    public async Task A_mailbox_that_is_refused_for_good_costs_only_its_own_mail()
    {
        await JoinAsync(Rosa, AtOnce);
        await JoinAsync(Ben, AtOnce);
        Smtp.Refuse = address => address == "ben@example.com" ? "550 5.1.1 <ben@example.com>: no such user" : null;
        foreach (var user in new[] { Ben, Rosa, Ben, Rosa, Rosa })
            await ShareAsync(user);
        await WorkAsync(Node);

        Assert.Equal(3, Smtp.To("rosa@example.com").Count);
        var dead = await MailsAsync(EmailStatus.Dead);
        Assert.Equal(2, dead.Count);
        Assert.All(dead, mail => Assert.Equal((Ben.Id, "The mail server refused it for good."), (mail.UserId, mail.Reason)));
        // The address stays in the directory alone.
        Assert.All(dead, mail => Assert.Equal("550 5.1.1 <…>: no such user", Assert.Single(mail.Attempts).Error));
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_tried_again_later_and_later_and_then_given_up()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        Smtp.Refuse = _ => "451 4.7.1 Greylisted";

        var delays = new List<TimeSpan>();
        while (await MailsAsync(EmailStatus.Pending) is [var pending])
        {
            Node.Clock.SetUtcNow(pending.DueAt > Node.Clock.GetUtcNow() ? pending.DueAt : Node.Clock.GetUtcNow());
            await WorkAsync(Node);
            if (await MailsAsync(EmailStatus.Pending) is [var next])
                delays.Add(next.DueAt - Node.Clock.GetUtcNow());
        }

        Assert.Equal(2, delays.Count);
        Assert.InRange(delays[0], TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
        Assert.InRange(delays[1], TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(3));
        var dead = await TheMailAsync(EmailStatus.Dead);
        Assert.Equal("It failed 3 times.", dead.Reason);
        Assert.Equal(3, dead.Attempts.Count);
        Assert.All(dead.Attempts, attempt => Assert.Equal("451 4.7.1 Greylisted", attempt.Error));
    }

    [Fact]
    public async Task A_digest_that_fails_is_tried_again_as_one_mail_and_given_up_as_one()
    {
        await JoinAsync(Rosa, Daily());
        for (var i = 0; i < 5; i++)
            await ShareAsync(Rosa, $"Candidate {i}");
        var refused = 0;
        Smtp.Refuse = _ =>
        {
            refused++;
            return "451 4.7.1 Greylisted";
        };

        Node.Clock.Advance(TimeSpan.FromDays(1));
        await WorkAsync(Node);
        await NextTryAsync(failures: [1, 1, 1, 1, 1]);
        // What comes in between goes along, and does not get tries of its own.
        var due = (await MailsAsync(EmailStatus.Pending))[0].DueAt;
        await AddAsync(SomeMail.Of(EmailGrouping.Digest));
        Node.Clock.SetUtcNow(due);
        await WorkAsync(Node);
        await NextTryAsync(failures: [1, 2, 2, 2, 2, 2]);
        Node.Clock.Advance(TimeSpan.FromMinutes(3));
        await WorkAsync(Node);

        Assert.Equal(3, refused);
        var dead = await MailsAsync(EmailStatus.Dead);
        Assert.Equal(6, dead.Count);
        Assert.All(dead, mail => Assert.Equal("It failed 3 times.", mail.Reason));

        async Task NextTryAsync(int[] failures)
        {
            var pending = await MailsAsync(EmailStatus.Pending);
            Assert.Single(pending.Select(mail => mail.DueAt).Distinct());
            Assert.Equal(failures, pending.Select(mail => mail.Attempts.Count).Order());
        }
    }

    [Fact]
    public async Task A_digest_of_more_than_one_mail_holds_is_claimed_piece_by_piece()
    {
        await JoinAsync(Rosa, Daily());
        await AddAsync([.. Enumerable.Range(0, EmailQueue.MaxGroup + 3).Select(_ => SomeMail.Of(EmailGrouping.Digest))]);

        var sizes = new List<int>();
        while (await Node.Get<EmailQueue>().ClaimAsync(EmailQueue.MaxGroup + 3, Lease, Cancelled) is { Count: > 0 } claims)
            sizes.AddRange(claims.Select(claim => claim.Deliveries.Count));

        Assert.Equal([EmailQueue.MaxGroup, 3], sizes);
    }

    [Fact]
    public async Task While_the_mail_server_is_down_mails_wait_and_are_not_worn_out()
    {
        await JoinAsync(Rosa, AtOnce);
        for (var i = 0; i < 5; i++)
            await ShareAsync(Rosa);
        await Smtp.DisposeAsync();
        var dispatcher = Node.Get<EmailDispatcher>();
        await WorkAsync(Node);

        Assert.Equal("The mail server cannot be reached (ConnectionRefused).", dispatcher.Outage);
        for (var i = 0; i < 10; i++)
            await Assert.ThrowsAsync<MailServerUnreachableException>(() => dispatcher.ProbeAsync(Cancelled));
        var waiting = await MailsAsync(EmailStatus.Pending);
        Assert.Equal(5, waiting.Count);
        Assert.All(waiting, mail => Assert.Empty(mail.Attempts));
        Assert.Contains(waiting, mail => mail.Reason == dispatcher.Outage);

        Smtp = SmtpTestServer.Start(Smtp.Port);
        await dispatcher.ProbeAsync(Cancelled);
        await WorkAsync(Node);

        Assert.Equal(5, Smtp.Received.Count);
        Assert.All(await MailsAsync(EmailStatus.Sent), mail => Assert.Null(mail.Reason));
    }

    [Fact]
    public async Task A_server_that_closes_connections_after_some_mails_loses_none()
    {
        await JoinAsync(Rosa, AtOnce);
        Smtp.MailsPerConnection = 2;
        for (var i = 0; i < 9; i++)
            await ShareAsync(Rosa);
        await WorkAsync(Node);

        Assert.Equal(9, Smtp.Received.Count);
        Assert.All(await MailsAsync(EmailStatus.Sent), mail => Assert.Single(mail.Attempts));
    }

    [Fact]
    public async Task Two_servers_send_each_mail_once()
    {
        await JoinAsync(Rosa, Daily());
        foreach (var user in new[] { Ben, Ada, Kim })
            await JoinAsync(user, AtOnce);
        for (var i = 0; i < 10; i++)
        {
            foreach (var user in new[] { Rosa, Ben, Ada, Kim })
                await ShareAsync(user, $"{user.Id} {i}");
        }

        Node.Clock.Advance(TimeSpan.FromDays(1));
        OtherNode.Clock.Advance(TimeSpan.FromDays(1));
        await Task.WhenAll(new[] { Node, OtherNode, Node, OtherNode }.Select(node => Task.Run(() => WorkAsync(node))));

        // Three times ten mails, and one digest.
        Assert.Equal(31, Smtp.Received.Count);
        Assert.Equal(31, Smtp.Received.Select(mail => mail.Message.MessageId).Distinct().Count());
        Assert.Equal(40, (await MailsAsync(EmailStatus.Sent)).Count);
    }

    [Fact]
    public async Task What_a_dead_server_held_is_sent_by_another_when_its_lease_runs_out_and_the_first_stores_nothing_any_more()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        var lost = Assert.Single(await Node.Get<EmailQueue>().ClaimAsync(4, Lease, Cancelled));

        OtherNode.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        await WorkAsync(OtherNode);
        Assert.Empty(Smtp.Received);
        OtherNode.Clock.Advance(TimeSpan.FromSeconds(1));
        await WorkAsync(OtherNode);

        Assert.Single(Smtp.Received);
        lost.Deliveries[0].GiveUp("too late", null, Node.Clock.GetUtcNow());
        Assert.False(await Node.Get<EmailQueue>().SaveAsync(lost, Cancelled));
        Assert.Equal(EmailStatus.Sent, (await TheMailAsync(EmailStatus.Sent)).Status);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_can_be_tried_again_from_the_start()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        Smtp.Refuse = _ => "550 5.7.1 Not wanted";
        await WorkAsync(Node);
        var dead = await TheMailAsync(EmailStatus.Dead);

        Smtp.Refuse = _ => null;
        var again = await OtherNode.SendAsync(new RequeueEmail(Ada, dead.Id));
        await WorkAsync(OtherNode);

        Assert.Equal(("pending", (string?)null), (again.Status, again.Reason));
        Assert.Equal(("550 5.7.1 Not wanted", true), (again.Attempts[0].Error, Assert.Single(again.Attempts).BeforeRequeue));
        Assert.Equal(["550 5.7.1 Not wanted", null], (await TheMailAsync(EmailStatus.Sent)).Attempts.Select(attempt => attempt.Error));
        Assert.Single(Smtp.Received);
    }

    [Fact]
    public async Task A_mail_that_was_put_back_has_all_its_tries_again()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        Smtp.Refuse = _ => "451 4.7.1 Greylisted";
        await WearOutAsync();
        await Node.SendAsync(new RequeueEmail(Ada, (await TheMailAsync(EmailStatus.Dead)).Id));
        await WearOutAsync();

        var dead = await TheMailAsync(EmailStatus.Dead);
        Assert.Equal("It failed 3 times.", dead.Reason);
        Assert.Equal([true, true, true, false, false, false], dead.Attempts.Select(attempt => attempt.BeforeRequeue));

        async Task WearOutAsync()
        {
            while (await MailsAsync(EmailStatus.Pending) is { Count: > 0 })
            {
                await WorkAsync(Node);
                Node.Clock.Advance(TimeSpan.FromMinutes(5));
            }
        }
    }

    private async Task AddAsync(params EmailDelivery[] mails)
    {
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        context.EmailDeliveries.AddRange(mails);
        await context.SaveChangesAsync(Cancelled);
    }

    private static Domain.Preferences.EmailPreference Daily() =>
        AtOnce with { Mode = Domain.Preferences.EmailMode.Digest };
}

public sealed class SqliteEmailFailures() : EmailFailureSpecification(new SqliteTestDatabase());

public sealed class SqlServerEmailFailures() : EmailFailureSpecification(new SqlServerTestDatabase());
