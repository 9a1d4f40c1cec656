using System.Diagnostics.Metrics;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Infrastructure.Observability;

/// <summary>What storing notifications and sending mails count and time.</summary>
internal sealed class NotificationMetrics
{
    public const string MeterName = "HotGigs.Notifications";

    private readonly Counter<long> stored;
    private readonly Histogram<int> commitSize;
    private readonly Histogram<double> commitDuration;
    private readonly Counter<long> commitRetries;
    private readonly Counter<long> mails;

    public NotificationMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        stored = meter.CreateCounter<long>("hotgigs.notifications.stored", "{notification}", "Notifications that were committed.");
        commitSize = meter.CreateHistogram(
            "hotgigs.notifications.commit.size", "{write}", "Writes of feeds that shared a transaction.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128] });
        commitDuration = meter.CreateHistogram(
            "hotgigs.notifications.commit.duration", "s", "How long such a transaction took, with its repetitions.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        commitRetries = meter.CreateCounter<long>("hotgigs.notifications.commit.retries", "{retry}", "Times such a transaction was run again.");
        mails = meter.CreateCounter<long>("hotgigs.mails.handled", "{mail}", "Mails that were taken in hand, and what became of them.");
    }

    public void Stored(IReadOnlyList<IDomainEvent> events)
    {
        if (!stored.Enabled)
            return;
        foreach (var created in events.OfType<NotificationCreated>().CountBy(one => one.Notification.Type))
            stored.Add(created.Value, KeyValuePair.Create<string, object?>("notification.type", created.Key.ToWireName()));
    }

    /// <param name="works">Writes that shared the transaction.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="retries">How often it was run again.</param>
    /// <param name="error">Why it failed, if it did.</param>
    public void Committed(int works, TimeSpan elapsed, int retries, Exception? error)
    {
        commitSize.Record(works);
        if (retries > 0)
            commitRetries.Add(retries);
        if (error is null)
            commitDuration.Record(elapsed.TotalSeconds);
        else
            commitDuration.Record(elapsed.TotalSeconds, KeyValuePair.Create<string, object?>("error.type", error.GetType().FullName));
    }

    /// <summary>What became of mails is stored.</summary>
    public void Handled(IReadOnlyList<EmailDelivery> deliveries)
    {
        if (!mails.Enabled)
            return;
        foreach (var ended in deliveries.CountBy(mail => mail.Status))
            mails.Add(ended.Value, KeyValuePair.Create<string, object?>("outcome", OutcomeOf(ended.Key)));
    }

    // Still pending after it was in hand: it waits for its next try.
    private static string OutcomeOf(EmailStatus status) => status == EmailStatus.Pending ? "retried" : status.ToWireName();
}
