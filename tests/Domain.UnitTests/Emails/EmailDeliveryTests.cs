using HotGigs.Domain.Emails;
using HotGigs.Domain.UnitTests.Notifications;

namespace HotGigs.Domain.UnitTests.Emails;

public sealed class EmailDeliveryTests
{
    [Fact]
    public void A_claim_holds_it_until_the_end_of_its_lease()
    {
        var mail = Pending();
        mail.Claim("worker", At.Minute(5));

        Assert.Equal(("worker", At.Minute(5), EmailStatus.Pending), (mail.ClaimedBy, mail.DueAt, mail.Status));
    }

    [Fact]
    public void What_was_sent_has_ended_and_says_when()
    {
        var mail = Pending();
        mail.Retry("451 later", At.Minute(1), At.Noon);
        mail.MarkSent(At.Minute(1));

        Assert.Equal((EmailStatus.Sent, At.Minute(1)), (mail.Status, mail.EndedAt));
        Assert.Equal([new EmailAttempt(At.Noon, "451 later"), new EmailAttempt(At.Minute(1), null)], mail.Attempts);
    }

    [Fact]
    public void What_is_given_back_has_not_been_tried()
    {
        var mail = Pending();
        mail.Claim("worker", At.Minute(5));
        mail.GiveBack("The mail server is away.", At.Minute(1));

        Assert.Empty(mail.Attempts);
        Assert.Equal((At.Minute(1), "The mail server is away."), (mail.DueAt, mail.Reason));
        mail.MarkSent(At.Minute(2));
        Assert.Null(mail.Reason);
    }

    [Fact]
    public void What_was_given_up_says_why_and_can_be_tried_again_from_the_start()
    {
        var mail = Pending();
        mail.GiveUp("It failed.", "550 no", At.Minute(1));
        Assert.Equal((EmailStatus.Dead, "It failed.", At.Minute(1)), (mail.Status, mail.Reason, mail.EndedAt));
        Assert.Equal([new EmailAttempt(At.Minute(1), "550 no")], mail.Attempts);

        Assert.True(mail.TryRequeue(At.Minute(9)));

        Assert.Equal((EmailStatus.Pending, null, null, At.Minute(9)), (mail.Status, mail.Reason, mail.EndedAt, mail.DueAt));
    }

    [Fact]
    public void What_is_put_back_keeps_its_tries_and_counts_them_from_the_start()
    {
        var mail = Pending();
        mail.Retry("451 later", At.Minute(1), At.Noon);
        mail.GiveUp("It failed 2 times.", "451 later", At.Minute(1));
        Assert.Equal(2, mail.Failures);

        Assert.True(mail.TryRequeue(At.Minute(9)));
        Assert.Equal((2, 0), (mail.Attempts.Count, mail.Failures));

        mail.Retry("452 full", At.Minute(20), At.Minute(10));
        Assert.Equal(
            [new(At.Noon, "451 later", true), new(At.Minute(1), "451 later", true), new EmailAttempt(At.Minute(10), "452 full")],
            mail.Attempts);
        Assert.Equal(1, mail.Failures);
    }

    [Fact]
    public void Only_what_was_given_up_is_put_back()
    {
        var mail = Pending();
        Assert.False(mail.TryRequeue(At.Minute(1)));
        mail.MarkSent(At.Minute(2));
        Assert.False(mail.TryRequeue(At.Minute(3)));

        Assert.Equal((EmailStatus.Sent, At.Minute(2)), (mail.Status, mail.EndedAt));
    }

    [Fact]
    public void What_has_ended_does_not_change_any_more()
    {
        var mail = Pending();
        mail.Skip("The notification was read before.", At.Noon);

        Assert.Throws<InvalidOperationException>(() => mail.Claim("worker", At.Minute(1)));
        Assert.Throws<InvalidOperationException>(() => mail.MarkSent(At.Noon));
        Assert.Throws<InvalidOperationException>(() => mail.Skip("again", At.Noon));
        Assert.Throws<InvalidOperationException>(() => mail.Retry("no", At.Noon, At.Noon));
        Assert.Throws<InvalidOperationException>(() => mail.GiveBack("no", At.Noon));
        Assert.Throws<InvalidOperationException>(() => mail.GiveUp("no", null, At.Noon));
    }

    [Fact]
    public void A_mail_server_that_talks_a_lot_is_cut_short()
    {
        var mail = Pending();
        mail.Retry(new string('x', 10_000), At.Noon, At.Noon);

        Assert.Equal(EmailDelivery.MaxErrorLength, mail.Attempts[0].Error!.Length);
    }

    private static EmailDelivery Pending() => EmailDelivery.Of(
        "rita", Guid.CreateVersion7(), Drafts.Any(), new EmailSchedule(At.Noon, EmailGrouping.None, OnlyIfUnread: false), At.Noon);
}
