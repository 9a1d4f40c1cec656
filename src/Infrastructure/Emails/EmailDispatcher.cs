using HotGigs.Domain.Emails;
using HotGigs.Infrastructure.Emails.Composing;
using HotGigs.Infrastructure.Emails.Sending;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Takes mails that are due in hand, and brings each to an end or to its next try.</summary>
internal sealed partial class EmailDispatcher(
    EmailQueue queue,
    EmailComposer composer,
    IMailSender sender,
    EmailSetup setup,
    NotificationMetrics metrics,
    IOptions<EmailOptions> options,
    TimeProvider clock,
    ILogger<EmailDispatcher> logger)
{
    private const string NotSetUp = "E-mail is not set up on this server.";
    private const string Stopped = "The server that was sending it was stopped.";

    /// <summary>A mail that was sent and is not stored as sent would be sent again: a database that stumbles is given a moment.</summary>
    private readonly ResiliencePipeline storing = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 4,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(200),
        })
        .Build();

    private string? outage;

    /// <summary>Why no mail can be sent at all right now; <c>null</c> if they can. What is due waits, and has not failed.</summary>
    public string? Outage => Volatile.Read(ref outage);

    /// <summary>Claims what is due and begins to send it.</summary>
    /// <param name="atMost">How many mails.</param>
    /// <param name="claiming">Gives up claiming.</param>
    /// <param name="sending">Gives up what has been begun; it is given back.</param>
    /// <returns>One task for each, which ends when it has been dealt with and does not fail.</returns>
    public async Task<IReadOnlyList<Task>> StartDueAsync(int atMost, CancellationToken claiming, CancellationToken sending)
    {
        var claims = await queue.ClaimAsync(atMost, options.Value.Lease, claiming);
        return [.. claims.Select(claim => Task.Run(() => DispatchAsync(claim, sending), CancellationToken.None))];
    }

    /// <summary>Looks whether an outage is over.</summary>
    /// <exception cref="MailServerUnreachableException">It is not.</exception>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        await sender.ProbeAsync(cancellationToken);
        Volatile.Write(ref outage, null);
    }

    private async Task DispatchAsync(EmailClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await TryDecideAsync(claim, cancellationToken);
            // What has happened is stored even if the server stops now.
            if (await storing.ExecuteAsync(async token => await queue.SaveAsync(claim, token), CancellationToken.None))
                metrics.Handled(claim.Deliveries);
            else
                LogLeaseLost(claim.FirstId);
        }
        catch (Exception error)
        {
            // Its lease runs out by itself.
            LogNotStored(error, claim.FirstId);
        }
    }

    private async Task TryDecideAsync(EmailClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await DecideAsync(claim, cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            Each(claim.Deliveries.Where(mail => mail.Status == EmailStatus.Pending), mail => mail.GiveBack(Stopped, now));
        }
    }

    private async Task DecideAsync(EmailClaim claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (setup.Transport == EmailTransport.None)
        {
            Each(claim.Deliveries, mail => mail.Skip(NotSetUp, now));
            return;
        }

        var facts = await queue.ReadFactsAsync(claim, cancellationToken);
        var wanted = new List<EmailDelivery>();
        foreach (var mail in claim.Deliveries)
        {
            if (EmailSelection.WhyNot(mail, facts, now) is { } reason)
                mail.Skip(reason, now);
            else
                wanted.Add(mail);
        }

        if (wanted.Count == 0)
            return;
        if (EmailAddresses.TryParse(facts.Address, facts.Name ?? "", out var recipient))
            await SendAsync(new EmailContent(claim.Grouping, wanted, recipient, facts), cancellationToken);
        else
            Each(wanted, mail => mail.GiveUp(facts.Address is null ? "The user has no e-mail address." : "The user's e-mail address is not valid.", null, now));
    }

    private async Task SendAsync(EmailContent content, CancellationToken cancellationToken)
    {
        var first = content.Deliveries[0].Id;
        try
        {
            using var message = composer.Compose(content);
            await sender.SendAsync(message, cancellationToken);
            var now = clock.GetUtcNow();
            Each(content.Deliveries, mail => mail.MarkSent(now));
        }
        catch (MailRefusedException refused)
        {
            // A mail server likes to repeat the address, which is kept nowhere but in the directory.
            var error = EmailAddresses.OneLine(refused.Message.Replace(content.Recipient.Address, "…", StringComparison.OrdinalIgnoreCase));
            Fail(content.Deliveries, error, refused.IsPermanent);
        }
        catch (MailServerUnreachableException unreachable)
        {
            Volatile.Write(ref outage, unreachable.Message);
            var now = clock.GetUtcNow();
            Each(content.Deliveries, mail => mail.GiveBack(unreachable.Message, now));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error.GetType().Name, first);
            Fail(content.Deliveries, $"Something went wrong on our side ({error.GetType().Name}).", permanent: false);
        }
    }

    /// <summary>What failed as one mail is tried again, or given up, as one: all of it at the same time.</summary>
    private void Fail(IReadOnlyList<EmailDelivery> mails, string error, bool permanent)
    {
        var now = clock.GetUtcNow();
        var failures = mails.Max(mail => mail.Failures) + 1;
        if (!permanent && failures < options.Value.MaxAttempts)
        {
            var next = now + Backoff.DelayAfter(failures, options.Value, Random.Shared.NextDouble());
            Each(mails, mail => mail.Retry(error, next, now));
            return;
        }

        foreach (var mail in mails)
        {
            mail.GiveUp(permanent ? "The mail server refused it for good." : $"It failed {failures} times.", error, now);
            LogGivenUp(mail.Id, failures);
        }
    }

    private static void Each(IEnumerable<EmailDelivery> mails, Action<EmailDelivery> change)
    {
        foreach (var mail in mails)
            change(mail);
    }

    [LoggerMessage(3310, LogLevel.Warning, "Mail {DeliveryId} was given up after {Attempts} tries")]
    private partial void LogGivenUp(Guid deliveryId, int attempts);

    [LoggerMessage(3311, LogLevel.Warning, "The lease of mail {DeliveryId} was lost: it may be sent again by another worker")]
    private partial void LogLeaseLost(Guid deliveryId);

    [LoggerMessage(3312, LogLevel.Error, "What became of mail {DeliveryId} could not be stored; it may be sent again when its lease ends")]
    private partial void LogNotStored(Exception error, Guid deliveryId);

    [LoggerMessage(3313, LogLevel.Error, "Mail {DeliveryId} could not be written or sent because of a fault of ours: {Error}")]
    private partial void LogFailed(string error, Guid deliveryId);
}
