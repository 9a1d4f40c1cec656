namespace HotGigs.WebApi.Logging;

/// <summary>
/// Logs of requests hold whole addresses, and those of malformed ones parts of headers, too: with them the tokens and
/// tickets of clients. They stay off, whatever the configuration says.
/// </summary>
internal static class RequestLogs
{
    // Among the rules that fit, the one for the provider wins, then the longest, then the last. Nothing that fits one
    // of these is longer than its name and the one wildcard that a rule may have.
    private static readonly string[] Categories =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics*",
        "Microsoft.AspNetCore.Server.Kestrel.BadRequests*",
    ];

    /// <summary>Adds the last word for every provider that the configuration has a word for.</summary>
    public static void KeepRequestLogsOff(this ILoggingBuilder logging) =>
        logging.Services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            var providers = filters.Rules.Select(rule => rule.ProviderName).Append(null).Distinct().ToList();
            foreach (var rule in providers.SelectMany(_ => Categories, (provider, category) => (provider, category)))
                filters.Rules.Add(new LoggerFilterRule(rule.provider, rule.category, LogLevel.Warning, filter: null));
        });
}
