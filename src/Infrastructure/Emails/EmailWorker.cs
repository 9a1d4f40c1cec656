using HotGigs.Infrastructure.Emails.Sending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace HotGigs.Infrastructure.Emails;

/// <summary>
/// Sends mails in the background, a bounded number at a time. The queue is the database: what a killed server leaves
/// behind is sent by the next one when its lease runs out.
/// </summary>
internal sealed partial class EmailWorker(
    EmailDispatcher dispatcher,
    EmailQueueSignal signal,
    IMailSender sender,
    EmailSetup setup,
    IOptions<EmailOptions> options,
    TimeProvider clock,
    ILogger<EmailWorker> logger) : BackgroundService
{
    /// <summary>How long mails that are being sent may take to their end when the server stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly List<Task> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogStarted(setup.Transport);
        using var sending = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var stopping = stoppingToken.Register(() => sending.CancelAfter(Grace));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WorkAsync(stoppingToken, sending.Token);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error)
            {
                LogQueueFailed(error);
                await Task.Delay(options.Value.PollInterval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll(running);
        await sender.RestAsync();
    }

    private async Task WorkAsync(CancellationToken stopping, CancellationToken sending)
    {
        var wakeUp = Task.CompletedTask;
        while (true)
        {
            stopping.ThrowIfCancellationRequested();
            running.RemoveAll(task => task.IsCompleted);
            if (dispatcher.Outage is { } outage)
                await SitOutAsync(outage, stopping);

            var free = options.Value.Parallelism - running.Count;
            var started = free > 0 ? await dispatcher.StartDueAsync(free, stopping, sending) : [];
            running.AddRange(started);
            if (started.Count > 0)
                continue;

            // Nothing more to begin: until there is room, until somebody wakes us, or until it is time to look again.
            if (running.Count == 0)
                await sender.RestAsync();
            if (wakeUp.IsCompleted)
                wakeUp = signal.WaitAsync(options.Value.PollInterval, stopping);
            await Task.WhenAny(free > 0 ? [wakeUp, .. running] : running);
        }
    }

    /// <summary>Waits until mails can be sent again, looking less and less often. Nothing is claimed meanwhile, so no mail is worn out by it.</summary>
    private async Task SitOutAsync(string outage, CancellationToken stopping)
    {
        LogOutage(outage);
        await Task.WhenAll(running);
        running.Clear();
        await Task.Delay(options.Value.ProbeDelay, clock, stopping);
        await Probing().ExecuteAsync(async token => await dispatcher.ProbeAsync(token), stopping);
        LogBack();
    }

    private ResiliencePipeline Probing() => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<MailServerUnreachableException>(),
            MaxRetryAttempts = int.MaxValue,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Value.ProbeDelay,
            MaxDelay = options.Value.MaxProbeDelay,
        })
        .Build();

    [LoggerMessage(3300, LogLevel.Information, "Mails go to: {Transport}")]
    private partial void LogStarted(EmailTransport transport);

    [LoggerMessage(3301, LogLevel.Error, "The queue of mails cannot be read; trying again")]
    private partial void LogQueueFailed(Exception error);

    [LoggerMessage(3302, LogLevel.Warning, "No mail can be sent: {Reason} All of them wait until it works again")]
    private partial void LogOutage(string reason);

    [LoggerMessage(3303, LogLevel.Information, "Mails can be sent again")]
    private partial void LogBack();
}
