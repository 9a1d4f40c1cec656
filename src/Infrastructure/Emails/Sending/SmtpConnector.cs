using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Emails.Sending;

/// <summary>Opens connections to the SMTP server, signed in and ready to send.</summary>
internal sealed class SmtpConnector(IOptions<EmailOptions> options, TimeProvider clock)
{
    /// <exception cref="MailServerUnreachableException">There is none to be had.</exception>
    public async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var timeout = new CancellationTokenSource(settings.ConnectTimeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        // Ours runs out first; the library's own is for what it does not let itself be stopped in.
        var client = new SmtpClient { Timeout = (int)settings.SendTimeout.TotalMilliseconds * 2 };
        try
        {
            await client.ConnectAsync(settings.Host!, settings.Port, OptionsOf(settings.Security), limit.Token);
            if (settings.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, settings.Password!, limit.Token);
            return client;
        }
        catch (Exception error)
        {
            client.Dispose();
            if (cancellationToken.IsCancellationRequested)
                throw;
            throw new MailServerUnreachableException(Describe(error), error);
        }
    }

    private static SecureSocketOptions OptionsOf(EmailSecurity security) => security switch
    {
        EmailSecurity.None => SecureSocketOptions.None,
        EmailSecurity.StartTls => SecureSocketOptions.StartTls,
        EmailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        EmailSecurity.Auto => SecureSocketOptions.Auto,
        _ => throw new InvalidOperationException($"Unknown security {security}."),
    };

    // Not the exception's own text: a server may repeat the user's name in it.
    private static string Describe(Exception error) => error switch
    {
        SocketException socket => $"The mail server cannot be reached ({socket.SocketErrorCode}).",
        OperationCanceledException => "The mail server does not answer.",
        AuthenticationException => "The mail server does not accept Email:User and Email:Password.",
        SslHandshakeException => "No encrypted connection to the mail server can be made; its certificate may not be trusted.",
        NotSupportedException => "The mail server does not offer what Email:Security or Email:User needs.",
        SmtpCommandException command => $"The mail server refuses the connection ({(int)command.StatusCode}).",
        _ => $"The mail server cannot be reached ({error.GetType().Name}).",
    };
}
