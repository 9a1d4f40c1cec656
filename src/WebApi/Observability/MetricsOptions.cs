using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Observability;

/// <summary>Who may scrape metrics. Configuration section <c>Metrics</c>.</summary>
public sealed class MetricsOptions
{
    public const string Section = "Metrics";

    public ScrapeAccess Prometheus { get; set; } = ScrapeAccess.Off;

    /// <summary>Lets in whoever sends it as a bearer token, beside admins; at least 16 characters. Only with <see cref="ScrapeAccess.Admin"/>.</summary>
    public string? ScrapeToken { get; set; }

    /// <summary>Where set, metrics are answered to requests on this port of the server only, which it must listen on.</summary>
    public int? Port { get; set; }
}

/// <summary>To whom <c>/metrics</c> answers.</summary>
public enum ScrapeAccess
{
    /// <summary>To nobody: there is no such address.</summary>
    Off,

    /// <summary>To admins, and to whoever has the scrape token.</summary>
    Admin,

    /// <summary>To everyone who can reach it.</summary>
    Open,
}

/// <summary>Keeps a server from starting that would not answer as was meant.</summary>
internal sealed class MetricsOptionsValidator : IValidateOptions<MetricsOptions>
{
    private const int MinTokenLength = 16;

    public ValidateOptionsResult Validate(string? name, MetricsOptions options) => options switch
    {
        { ScrapeToken: not null, Prometheus: not ScrapeAccess.Admin } =>
            ValidateOptionsResult.Fail("Metrics:ScrapeToken has a meaning only where Metrics:Prometheus is Admin."),
        { ScrapeToken.Length: < MinTokenLength } =>
            ValidateOptionsResult.Fail($"Metrics:ScrapeToken must have at least {MinTokenLength} characters."),
        { Port: < 1 or > 65_535 } => ValidateOptionsResult.Fail("Metrics:Port must be from 1 to 65535."),
        _ => ValidateOptionsResult.Success,
    };
}
