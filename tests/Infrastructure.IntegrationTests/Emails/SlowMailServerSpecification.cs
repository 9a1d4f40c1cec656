using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>What becomes of mails that a mail server takes, or seems to take, forever for.</summary>
public abstract class SlowMailServerSpecification(TestDatabase database) : EmailSpecification(database)
{
    // Long enough for a mail on a busy machine, because only those that hang are to run into it.
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(base.Settings)
    {
        ["Email:SendTimeout"] = "00:00:05",
    };

    [Fact]
    public async Task Each_try_has_the_same_id_by_which_a_second_copy_is_known()
    {
        await JoinAsync(Rosa, AtOnce);
        await ShareAsync(Rosa);
        var tries = 0;
        // The server takes the mail, and its answer never arrives.
        Smtp.BeforeTaking = _ => ++tries == 1 ? Task.Delay(Timeout.Infinite, Cancelled) : Task.CompletedTask;
        await WorkAsync(Node);
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
        var hanging = new TaskCompletionSource();
        Smtp.BeforeTaking = address => address == "ben@example.com" ? hanging.Task : Task.CompletedTask;
        await ShareAsync(Ben);
        await ShareAsync(Rosa);

        var started = await Node.Get<EmailDispatcher>().StartDueAsync(2, Cancelled, Cancelled);
        await Eventually.TrueAsync(() => Smtp.To("rosa@example.com").Count == 1);
        Assert.Contains(started, one => !one.IsCompleted);

        await Task.WhenAll(started);
        Assert.Equal(Ben.Id, (await TheMailAsync(EmailStatus.Pending)).UserId);
        hanging.SetResult();
    }
}

public sealed class SqliteSlowMailServer() : SlowMailServerSpecification(new SqliteTestDatabase());

public sealed class SqlServerSlowMailServer() : SlowMailServerSpecification(new SqlServerTestDatabase());
