using HotGigs.Application.Resumes;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>How long resumes wait for a parser that is not available.</summary>
internal static class ParserOutage
{
    /// <summary>Resumes need not wait longer than this once the parser is back.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    /// <summary>When to try a resume again: as late as it has waited already, which doubles the time with each try.</summary>
    /// <param name="waited">Time since its first try.</param>
    /// <param name="retryAfter">How long the parser asks to be left alone, if it does.</param>
    /// <param name="options">The limits.</param>
    /// <returns><c>null</c> where it has waited long enough to give up.</returns>
    public static TimeSpan? DelayAfter(TimeSpan waited, TimeSpan? retryAfter, ResumeImportOptions options)
    {
        if (waited >= options.MaxParserOutage)
            return null;
        var delay = retryAfter > waited ? retryAfter.Value : waited;
        return TimeSpan.FromTicks(Math.Clamp(delay.Ticks, options.ParserRetryDelay.Ticks, LongestDelay.Ticks));
    }
}
