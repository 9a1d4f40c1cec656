namespace HotGigs.Infrastructure.Emails;

/// <summary>
/// When a mail that failed is tried again. It is computed here, and not by the retries of a resilience pipeline,
/// because it has to survive a restart: the time is stored with the mail.
/// </summary>
internal static class Backoff
{
    private const double Factor = 3;

    /// <param name="failures">How often it has failed, at least once.</param>
    /// <param name="options">First and longest delay.</param>
    /// <param name="jitter">From 0 to 1: spreads those that failed together over the second half of the delay.</param>
    public static TimeSpan DelayAfter(int failures, EmailOptions options, double jitter)
    {
        var delay = options.RetryDelay * Math.Pow(Factor, Math.Min(failures, 30) - 1);
        return (delay < options.MaxRetryDelay ? delay : options.MaxRetryDelay) * ((1 + jitter) / 2);
    }
}
