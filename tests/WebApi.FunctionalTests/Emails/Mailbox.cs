using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using MimeKit;

namespace HotGigs.WebApi.FunctionalTests.Emails;

/// <summary>The mails that a server writes into its folder, and who wants some.</summary>
internal static class Mailbox
{
    /// <summary>Lets a user have their mails at once, instead of after a quarter of an hour.</summary>
    public static Task WantMailsAtOnceAsync(this TestUser user) =>
        user.PutAsync("/api/notifications/preferences", """{ "email": { "mode": "immediate" } }""");

    /// <summary>The mails to a user so far, oldest first.</summary>
    public static IReadOnlyList<MimeMessage> MailsTo(this HotGigsServer server, TestUser user) =>
    [
        .. server.Data.Files("mails")
            .Where(file => file.EndsWith(".eml", StringComparison.Ordinal))
            .Select(file => MimeMessage.Load(Path.Combine(server.Data.Path, file)))
            .Where(mail => mail.To.Mailboxes.Single().Address == $"{user.Id}@example.com"),
    ];

    /// <summary>Waits until there are so many.</summary>
    public static Task<IReadOnlyList<MimeMessage>> MailsToAsync(this HotGigsServer server, TestUser user, int count) =>
        Eventually.GetAsync(() => Task.FromResult(server.MailsTo(user)), mails => mails.Count == count);
}
