using System.Security.Cryptography;
using HotGigs.Application.Emails;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using MimeKit;
using MimeKit.Text;

namespace HotGigs.Infrastructure.Emails.Composing;

/// <summary>Writes a mail: its headers, and its body as text and as HTML.</summary>
internal sealed class EmailComposer(EmailTemplates templates, EmailSetup setup, IUnsubscribeTokens tokens, TimeProvider clock)
{
    /// <summary>Where the web client keeps a user's preferences.</summary>
    private const string PreferencesPath = "/preferences";

    /// <summary>What a mail lists at most. Who has more looks into the feed.</summary>
    private const int MaxListed = 50;

    public MimeMessage Compose(EmailContent content)
    {
        var first = content.Deliveries[0];
        NotificationType? topic = content.Grouping == EmailGrouping.Digest ? null : first.Type;
        var unsubscribe = $"{setup.BaseAddress}/api/email/unsubscribe?token={tokens.Create(new Unsubscription(first.UserId, topic))}";
        var model = Model(content, topic, unsubscribe);

        var message = new MimeMessage
        {
            Subject = EmailAddresses.OneLine((string)model["subject"]!),
            // The same each time it is tried: who has got it already can tell.
            MessageId = $"{IdOf(content)}@{setup.From.Domain}",
            Date = clock.GetUtcNow(),
        };
        message.From.Add(setup.From);
        message.To.Add(content.Recipient);
        message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
        message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Body = new MultipartAlternative
        {
            new TextPart(TextFormat.Plain) { Text = Render(templates.Text, content, model) },
            new TextPart(TextFormat.Html) { Text = Render(templates.Html, content, model) },
        };
        return message;
    }

    private static string Render(Func<string, object, string> render, EmailContent content, Dictionary<string, object?> model)
    {
        // A type without details of its own says all with its title and its sentence.
        var template = content.Grouping == EmailGrouping.None ? content.Deliveries[0].Type.ToWireName() : "list";
        var body = EmailTemplates.Has(template) ? render(template, model) : "";
        return render("layout", new Dictionary<string, object?>(model) { ["body"] = body });
    }

    private static string IdOf(EmailContent content)
    {
        if (content.Deliveries is [var one])
            return one.Id.ToString("N");
        // A digest that has grown since it was last tried is another mail.
        byte[] all = [.. content.Deliveries.Select(mail => mail.Id).Order().SelectMany(id => id.ToByteArray())];
        return Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 16));
    }

    private Dictionary<string, object?> Model(EmailContent content, NotificationType? topic, string unsubscribe)
    {
        var first = content.Deliveries[0];
        var count = content.Deliveries.Count;
        var (subject, heading, lead) = content.Grouping switch
        {
            EmailGrouping.Digest when count == 1 => ("Your HotGigs digest: 1 notification", "Your daily digest", "There is one notification for you."),
            EmailGrouping.Digest => ($"Your HotGigs digest: {count} notifications", "Your daily digest", $"There are {count} notifications for you."),
            EmailGrouping.Summary => ($"{first.Title} ({count} more)", first.Title, $"There were many within an hour. These are the {count} that you got no mail of their own for."),
            _ => (first.Title, first.Title, first.Message),
        };
        return new Dictionary<string, object?>
        {
            ["subject"] = subject,
            ["heading"] = heading,
            ["lead"] = lead,
            ["name"] = content.Recipient.Name,
            ["accent"] = content.Grouping == EmailGrouping.Digest ? Accents.Neutral : Accents.Of(first.Type),
            ["data"] = TemplateData.Read(first.PayloadJson),
            ["action"] = content.Grouping == EmailGrouping.None ? Link(first.ActionUrl) : setup.BaseAddress + "/notifications",
            ["items"] = content.Deliveries.Take(MaxListed).Select(mail => Item(mail, content)).ToList(),
            ["more"] = count > MaxListed ? count - MaxListed : null,
            ["topic"] = EmailTopics.Of(topic),
            ["site"] = setup.BaseAddress,
            ["preferences"] = setup.BaseAddress + PreferencesPath,
            ["unsubscribe"] = unsubscribe,
        };
    }

    private Dictionary<string, object?> Item(EmailDelivery mail, EmailContent content) => new()
    {
        ["title"] = mail.Title,
        ["message"] = mail.Message,
        ["action"] = Link(mail.ActionUrl),
        ["accent"] = Accents.Of(mail.Type),
        ["time"] = TemplateData.Time(mail.CreatedAt, content.Facts.Preferences.QuietHours.TimeZone),
    };

    private string? Link(string? path) =>
        path is not null && Notification.IsLocalPath(path) ? setup.BaseAddress + path : null;
}
