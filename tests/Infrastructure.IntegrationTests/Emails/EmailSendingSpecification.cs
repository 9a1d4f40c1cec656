using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Preferences;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using MimeKit;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>Which mails are sent, when, and what arrives.</summary>
public abstract class EmailSendingSpecification(TestDatabase database) : EmailSpecification(database)
{
    [Fact]
    public async Task A_mail_arrives_as_text_and_as_HTML_with_what_mail_programs_look_for()
    {
        await JoinAsync(Rosa, AtOnce);
        var id = await ShareAsync(Rosa, "Zoë Ødegård");
        await WorkAsync(Node);

        var mail = Assert.Single(Smtp.Received);
        var message = mail.Message;
        Assert.Equal(("hello@hotgigs.example.com", "rosa@example.com"), (mail.Sender, Assert.Single(mail.Recipients)));
        Assert.Equal("\"Rosa Delgado\" <rosa@example.com>", message.To.ToString());
        Assert.Equal("\"HotGigs\" <hello@hotgigs.example.com>", message.From.ToString());
        Assert.Equal("Candidate Shared With You", message.Subject);
        Assert.Equal(TestNode.Start, message.Date);
        Assert.IsType<MultipartAlternative>(message.Body);
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.Contains("Ada Lindqvist shared candidate Zoë Ødegård with you", body, StringComparison.Ordinal);
            Assert.Contains("Strong fit", body, StringComparison.Ordinal);
            Assert.Contains("https://hotgigs.example.com/candidates/", body, StringComparison.Ordinal);
            Assert.Contains("https://hotgigs.example.com/preferences", body, StringComparison.Ordinal);
        }

        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Contains(mail.UnsubscribeLink.AbsoluteUri, mail.Text, StringComparison.Ordinal);
        var sent = await TheMailAsync(EmailStatus.Sent);
        Assert.Equal($"{sent.Id:N}@hotgigs.example.com", message.MessageId);
        Assert.Equal((id, TestNode.Start), (sent.NotificationId, sent.EndedAt));
        Assert.Null(Assert.Single(sent.Attempts).Error);
    }

    [Fact]
    public async Task What_is_unread_after_the_delay_is_sent_and_what_was_read_before_is_not()
    {
        await JoinAsync(Rosa, EmailPreference.Default);
        var read = await ShareAsync(Rosa, "Read Early");
        await ShareAsync(Rosa, "Still Unread");
        await WorkAsync(Node);
        Assert.Empty(Smtp.Received);

        await Node.SendAsync(new MarkNotificationRead(Rosa, read));
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(Node);

        Assert.Contains("Still Unread", Assert.Single(Smtp.Received).Text, StringComparison.Ordinal);
        Assert.Equal((read, "The notification was read before."), await SkippedAsync());
    }

    [Fact]
    public async Task What_is_wanted_at_once_is_sent_even_if_it_was_read()
    {
        await JoinAsync(Rosa, AtOnce);
        await Node.SendAsync(new MarkNotificationRead(Rosa, await ShareAsync(Rosa)));
        await WorkAsync(Node);

        Assert.Single(Smtp.Received);
    }

    [Fact]
    public async Task What_was_deleted_is_not_sent()
    {
        await JoinAsync(Rosa, AtOnce);
        var id = await ShareAsync(Rosa);
        await Node.SendAsync(new DeleteNotification(Rosa, id));
        await WorkAsync(Node);

        Assert.Empty(Smtp.Received);
        Assert.Equal((id, "The notification was deleted."), await SkippedAsync());
    }

    [Fact]
    public async Task What_has_expired_is_not_sent()
    {
        await JoinAsync(Rosa, EmailPreference.Default);
        var id = await ShareAsync(Rosa, expiresAt: TestNode.Start.AddMinutes(10));
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(Node);

        Assert.Empty(Smtp.Received);
        Assert.Equal((id, "The notification has expired."), await SkippedAsync());
    }

    [Fact]
    public async Task What_is_not_in_the_feed_counts_as_unread()
    {
        await JoinAsync(Rosa, EmailPreference.Default, new ChannelChoice(NotificationType.CandidateShared, InApp: false, null, null));
        await ShareAsync(Rosa);
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(Node);

        Assert.Single(Smtp.Received);
    }

    [Fact]
    public async Task A_digest_is_one_mail_at_its_time_of_all_that_came_before()
    {
        await JoinAsync(Rosa, EmailPreference.Default with { Mode = EmailMode.Digest, DigestTime = new TimeOnly(18, 0) });
        await ShareAsync(Rosa, "Ann Other");
        Node.Clock.Advance(TimeSpan.FromHours(1));
        await Node.SendAsync(new NotifyMatchFound(Rosa.Id, Guid.CreateVersion7(), 87, "Welder", null));
        var deleted = await ShareAsync(Rosa, "Gone Again");
        await Node.SendAsync(new DeleteNotification(Rosa, deleted));
        await WorkAsync(Node);
        Assert.Empty(Smtp.Received);

        Node.Clock.Advance(TimeSpan.FromHours(8));
        await WorkAsync(Node);

        var mail = Assert.Single(Smtp.Received);
        Assert.Equal("Your HotGigs digest: 2 notifications", mail.Message.Subject);
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.Contains("Ada Lindqvist shared candidate Ann Other with you", body, StringComparison.Ordinal);
            Assert.Contains("New 87% match found: Welder", body, StringComparison.Ordinal);
            Assert.Contains("1 Mar 2026, 10:00 UTC", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Gone Again", body, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await MailsAsync(EmailStatus.Sent)).Count);
        Assert.Equal((deleted, "The notification was deleted."), await SkippedAsync());
    }

    [Fact]
    public async Task Digests_of_two_users_are_two_mails()
    {
        await JoinAsync(Rosa, EmailPreference.Default with { Mode = EmailMode.Digest });
        await JoinAsync(Ben, EmailPreference.Default with { Mode = EmailMode.Digest });
        foreach (var user in new[] { Rosa, Ben, Rosa, Ben })
            await ShareAsync(user, $"For {user.Name}");
        Node.Clock.Advance(TimeSpan.FromDays(1));
        await WorkAsync(Node);

        Assert.Equal(2, Smtp.Received.Count);
        Assert.DoesNotContain("For Ben", Assert.Single(Smtp.To("rosa@example.com")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("For Rosa", Assert.Single(Smtp.To("ben@example.com")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_within_an_hour_end_in_one_summary_of_their_type()
    {
        await JoinAsync(Rosa, AtOnce);
        for (var i = 1; i <= 13; i++)
            await ShareAsync(Rosa, $"Candidate {i:00}");
        await WorkAsync(Node);
        Assert.Equal(10, Smtp.Received.Count);

        Node.Clock.Advance(TimeSpan.FromHours(1));
        await WorkAsync(Node);

        Assert.Equal(11, Smtp.Received.Count);
        var summary = Smtp.Received[^1];
        Assert.Equal("Candidate Shared With You (3 more)", summary.Message.Subject);
        Assert.All(new[] { "Candidate 11", "Candidate 12", "Candidate 13" }, name => Assert.Contains(name, summary.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_mails_were_turned_off_meanwhile_gets_none()
    {
        await JoinAsync(Rosa, EmailPreference.Default);
        var id = await ShareAsync(Rosa);
        await Node.Get<IPreferenceStore>().ChangeAsync(Rosa.Id, chosen => chosen.TurnMailsOff(NotificationType.CandidateShared), Cancelled);
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(Node);

        Assert.Empty(Smtp.Received);
        Assert.Equal((id, "The user has turned these mails off meanwhile."), await SkippedAsync());
    }

    [Fact]
    public async Task A_mail_goes_to_the_address_of_the_moment_at_which_it_is_sent()
    {
        await JoinAsync(Rosa, EmailPreference.Default);
        await ShareAsync(Rosa);
        await MoveAsync("rosa@new.example.com");
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(Node);

        Assert.Single(Smtp.To("rosa@new.example.com"));
    }

    [Theory]
    [InlineData(null, "The user has no e-mail address.")]
    [InlineData("rosa", "The user's e-mail address is not valid.")]
    [InlineData("rosa@example.com\r\nBcc: eve@example.com", "The user's e-mail address is not valid.")]
    [InlineData("rosa@example.com,eve@example.com", "The user's e-mail address is not valid.")]
    [InlineData("Rosa <rosa@example.com>", "The user's e-mail address is not valid.")]
    public async Task Without_a_valid_address_a_mail_is_given_up(string? address, string reason)
    {
        await JoinAsync(Rosa, EmailPreference.Default);
        await ShareAsync(Rosa);
        await MoveAsync(address);
        Node.Clock.Advance(TimeSpan.FromMinutes(15));
        await WorkAsync(Node);

        Assert.Empty(Smtp.Received);
        Assert.Equal(reason, (await TheMailAsync(EmailStatus.Dead)).Reason);
    }

    private Task MoveAsync(string? address) => Node.Get<Application.Users.IUserDirectory>()
        .RecordAsync(Rosa with { Email = address }, TestNode.Start.AddMinutes(1), Cancelled);

    private async Task<(Guid NotificationId, string? Reason)> SkippedAsync()
    {
        var skipped = await TheMailAsync(EmailStatus.Skipped);
        return (skipped.NotificationId, skipped.Reason);
    }
}

public sealed class SqliteEmailSending() : EmailSendingSpecification(new SqliteTestDatabase());

public sealed class SqlServerEmailSending() : EmailSendingSpecification(new SqlServerTestDatabase());
