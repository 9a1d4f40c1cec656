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
        // Compared as a ratio: the delay itself would soon be too long for any time.
        var growth = Math.Min(Math.Pow(Factor, failures - 1), options.MaxRetryDelay / options.RetryDelay);
        return options.RetryDelay * growth * ((1 + jitter) / 2);
    }
}
