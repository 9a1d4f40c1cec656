using HotGigs.Application.Emails;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.IntegrationTests.Persistence;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Tests.Shared.Mail;

namespace HotGigs.Infrastructure.IntegrationTests.Emails;

/// <summary>What the tests of mails share: two servers on one database, and a mail server.</summary>
public abstract class EmailSpecification(TestDatabase database) : PersistenceSpecification(database)
{
    protected static readonly EmailPreference AtOnce = EmailPreference.Default with { Mode = EmailMode.Immediate };

    protected SmtpTestServer Smtp { get; set; } = SmtpTestServer.Start();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Email:Host"] = "127.0.0.1",
        ["Email:Port"] = $"{Smtp.Port}",
        ["Email:Security"] = "None",
        ["Email:FromAddress"] = "hello@hotgigs.example.com",
        ["Email:BaseAddress"] = "https://hotgigs.example.com",
    };

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody known, who wants their mails that way.</summary>
    internal async Task JoinAsync(UserIdentity user, EmailPreference email, params ChannelChoice[] choices)
    {
        await Node.RegisterAsync(user);
        await using var context = Node.Get<Func<HotGigsDbContext>>()();
        var preferences = NotificationPreferences.Default(user.Id);
        preferences.Receive(email);
        preferences.Choose(choices);
        context.NotificationPreferences.Add(preferences);
        await context.SaveChangesAsync(Cancelled);
    }

    internal async Task<Guid> ShareAsync(UserIdentity user, string candidate = "Jane Doe", DateTimeOffset? expiresAt = null)
    {
        var result = await Node.SendAsync(new NotifyCandidateShared(user.Id, Guid.CreateVersion7(), candidate, "Ada Lindqvist", "Strong fit", null) { ExpiresAt = expiresAt });
        return result.NotificationIds.SingleOrDefault();
    }

    /// <summary>Lets a server work off all that is due now.</summary>
    internal static async Task WorkAsync(TestNode node)
    {
        var dispatcher = node.Get<EmailDispatcher>();
        do
        {
            var started = await dispatcher.StartDueAsync(4, Cancelled, Cancelled);
            if (started.Count == 0)
                return;
            await Task.WhenAll(started);
        }
        while (dispatcher.Outage is null);
    }

    internal async Task<IReadOnlyList<EmailDelivery>> MailsAsync(EmailStatus status) =>
        await Node.Get<IEmailDeliveries>().ListAsync(status, null, 1_000, Cancelled);

    internal async Task<EmailDelivery> TheMailAsync(EmailStatus status) => Assert.Single(await MailsAsync(status));

    internal static ChannelChoice Off(NotificationType type) => new(type, null, Email: false, null);
}
