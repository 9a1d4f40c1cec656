using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Persistence;
using MimeKit;

namespace HotGigs.Infrastructure.Emails.Composing;

/// <summary>What one mail is to say, and to whom.</summary>
/// <param name="Grouping">Whether it is about one notification, a digest, or a summary.</param>
/// <param name="Deliveries">What it is about, oldest first.</param>
/// <param name="Recipient">Name and address as they are now.</param>
/// <param name="Facts">What else is known of the recipient.</param>
internal sealed record EmailContent(
    EmailGrouping Grouping, IReadOnlyList<EmailDelivery> Deliveries, MailboxAddress Recipient, EmailFacts Facts);
