using System.Diagnostics.Metrics;
using HotGigs.Infrastructure.Emails;
using Microsoft.Extensions.Hosting;

namespace HotGigs.Infrastructure.Observability;

/// <summary>Whether mails can be sent, for whoever asks.</summary>
internal sealed class MailGauges(IMeterFactory meters, EmailDispatcher mails) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters.Create(NotificationMetrics.MeterName).CreateObservableGauge(
            "hotgigs.mails.outage", () => mails.Outage is null ? 0 : 1, "{outage}", "1 while the mail server cannot be reached, else 0.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
