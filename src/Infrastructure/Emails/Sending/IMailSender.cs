using MimeKit;

namespace HotGigs.Infrastructure.Emails.Sending;

/// <summary>Hands mails over to whoever delivers them.</summary>
internal interface IMailSender
{
    /// <summary>Hands one over. It has been taken when this returns.</summary>
    /// <exception cref="MailRefusedException">This mail was not taken.</exception>
    /// <exception cref="MailServerUnreachableException">No mail can be handed over.</exception>
    Task SendAsync(MimeMessage mail, CancellationToken cancellationToken);

    /// <summary>Looks whether mails can be handed over.</summary>
    /// <exception cref="MailServerUnreachableException">They cannot.</exception>
    Task ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of what was kept open for the next mail; there is none for now.</summary>
    Task RestAsync();
}

/// <summary>One mail was not taken.</summary>
/// <param name="message">Why; it may hold what the mail server says of the recipient.</param>
/// <param name="permanent">Whether trying again is of no use.</param>
/// <param name="innerException">What was thrown.</param>
internal sealed class MailRefusedException(string message, bool permanent, Exception innerException) : Exception(message, innerException)
{
    public bool IsPermanent { get; } = permanent;
}

/// <summary>No mail can be handed over at all: the mail server is down, or does not let this server in.</summary>
/// <param name="message">Why, without anything personal.</param>
/// <param name="innerException">What was thrown.</param>
internal sealed class MailServerUnreachableException(string message, Exception innerException) : Exception(message, innerException);
