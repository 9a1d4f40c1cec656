using MimeKit;

namespace HotGigs.Tests.Shared.Mail;

/// <summary>A mail as a mail server took it.</summary>
/// <param name="Sender">From the envelope.</param>
/// <param name="Recipients">From the envelope.</param>
/// <param name="Message">What was sent, read as a mail program would.</param>
public sealed record ReceivedMail(string Sender, IReadOnlyList<string> Recipients, MimeMessage Message)
{
    public string Text => Message.TextBody ?? "";

    public string Html => Message.HtmlBody ?? "";

    /// <summary>The address behind <c>List-Unsubscribe</c>.</summary>
    public Uri UnsubscribeLink => LinkOf(Message);

    public static Uri LinkOf(MimeMessage message) => new(message.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>'));
}
