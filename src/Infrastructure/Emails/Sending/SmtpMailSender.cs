using System.Collections.Concurrent;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HotGigs.Infrastructure.Emails.Sending;

/// <summary>
/// Sends by SMTP. A connection is kept for the next mail while there are mails to send, and no longer: mail servers
/// close those that stand idle.
/// </summary>
internal sealed class SmtpMailSender(IOptions<EmailOptions> options, SmtpConnector connector, TimeProvider clock) : IMailSender, IAsyncDisposable
{
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    private readonly ConcurrentStack<SmtpClient> idle = new();

    public async Task SendAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            if (idle.TryPop(out var kept) && await TrySendAgainAsync(kept, mail, limit.Token))
                return;
            await SendAsync(await connector.ConnectAsync(limit.Token), mail, limit.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            throw new MailRefusedException("The mail server did not answer in time.", permanent: false, error);
        }
        catch (Exception error) when (IsLost(error))
        {
            throw new MailRefusedException("The connection to the mail server was lost.", permanent: false, error);
        }
        catch (ServiceNotAuthenticatedException error)
        {
            throw new MailRefusedException("The mail server wants to be signed in to: set Email:User and Email:Password.", permanent: false, error);
        }
        catch (SmtpCommandException refused)
        {
            throw Refused(refused);
        }
    }

    public async Task ProbeAsync(CancellationToken cancellationToken) =>
        idle.Push(await connector.ConnectAsync(cancellationToken));

    public async Task RestAsync()
    {
        while (idle.TryPop(out var client))
        {
            using (client)
            using (var limit = new CancellationTokenSource(FarewellTime, clock))
            {
                try
                {
                    await client.DisconnectAsync(quit: true, limit.Token);
                }
                catch (Exception)
                {
                    // It goes away one way or the other.
                }
            }
        }
    }

    public async ValueTask DisposeAsync() => await RestAsync();

    /// <returns>Whether it was sent; not where the connection did not last so long. Then nothing is said against the mail.</returns>
    private async Task<bool> TrySendAgainAsync(SmtpClient kept, MimeMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(kept, mail, cancellationToken);
            return true;
        }
        catch (Exception error) when (IsLost(error) || error is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable })
        {
            return false;
        }
    }

    private async Task SendAsync(SmtpClient client, MimeMessage mail, CancellationToken cancellationToken)
    {
        try
        {
            await client.SendAsync(mail, cancellationToken);
        }
        catch (SmtpCommandException refused) when (refused.StatusCode != SmtpStatusCode.ServiceNotAvailable && client.IsConnected)
        {
            // The mail was refused, the connection is as good as before.
            idle.Push(client);
            throw;
        }
        catch
        {
            client.Dispose();
            throw;
        }

        idle.Push(client);
    }

    private static bool IsLost(Exception error) =>
        error is IOException or SmtpProtocolException or ServiceNotConnectedException;

    /// <summary>
    /// A refusal of the recipient or of the mail for good is final. One of the sender is the fault of a setting, and
    /// must not cost all mails: it is tried again.
    /// </summary>
    private static MailRefusedException Refused(SmtpCommandException refused) => new(
        $"{(int)refused.StatusCode} {refused.Message}",
        (int)refused.StatusCode >= 500 && refused.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted),
        refused);
}
