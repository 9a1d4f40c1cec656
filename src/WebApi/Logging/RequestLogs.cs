namespace HotGigs.WebApi.Logging;

/// <summary>Request logs hold the whole address, and with it the token of a WebSocket: they stay off, whatever the configuration says.</summary>
internal static class RequestLogs
{
    // Among the rules that fit, the one for the provider wins, then the longest, then the last. Nothing that fits this
    // category is longer than its name and the one wildcard that a rule may have.
    private const string Category = "Microsoft.AspNetCore.Hosting.Diagnostics*";

    /// <summary>Adds the last word for every provider that the configuration has a word for.</summary>
    public static void KeepRequestLogsOff(this ILoggingBuilder logging) =>
        logging.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            foreach (var provider in filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList())
                filters.Rules.Add(new LoggerFilterRule(provider, Category, LogLevel.Warning, filter: null));
        });
}
