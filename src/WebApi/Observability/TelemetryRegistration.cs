using System.Reflection;
using HotGigs.Application.Common;
using HotGigs.Infrastructure.Realtime;
using HotGigs.WebApi.Realtime;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace HotGigs.WebApi.Observability;

/// <summary>
/// Registers who reads metrics and traces. Where nobody is configured to, nothing is registered, and counting and
/// tracing cost next to nothing.
/// </summary>
internal static class TelemetryRegistration
{
    private const string EndpointKey = "OpenTelemetry:Endpoint";
    private const string StandardEndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Asked for again and again by machines, or as long as a connection lives: as traces they say nothing.
    private static readonly PathString[] Untraced = [WebSocketEndpoint.Path, ScrapeEndpoint.Path, "/health", "/assets"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddOptions<MetricsOptions>().Bind(configuration.GetSection(MetricsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MetricsOptions>, MetricsOptionsValidator>();

        var exports = ConfigureEndpoint(configuration);
        var isScraped = configuration.GetValue($"{MetricsOptions.Section}:{nameof(MetricsOptions.Prometheus)}", ScrapeAccess.Off) != ScrapeAccess.Off;
        if (!exports && !isScraped)
            return services;

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(Describe)
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(
                    "HotGigs.*",
                    "System.Runtime",
                    "Microsoft.AspNetCore.Hosting",
                    "Microsoft.AspNetCore.Routing",
                    "Microsoft.AspNetCore.Server.Kestrel");
                if (exports)
                    metrics.AddOtlpExporter();
                if (isScraped)
                    metrics.AddPrometheusExporter();
            });
        if (exports)
            telemetry.WithTracing(static tracing => tracing.AddSource(Tracing.SourceName).AddAspNetCoreInstrumentation(Redact).AddOtlpExporter());
        return services;
    }

    // The library reads all its standard settings from the configuration; ours is another name for the one that matters.
    private static bool ConfigureEndpoint(ConfigurationManager configuration)
    {
        if (configuration[EndpointKey] is { Length: > 0 } endpoint)
        {
            if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                throw new InvalidOperationException($"{EndpointKey} must be an address such as http://localhost:4317.");
            configuration[StandardEndpointKey] = endpoint;
        }

        return configuration[StandardEndpointKey] is { Length: > 0 };
    }

    private static void Describe(ResourceBuilder resource) => resource
        .AddService(
            "hotgigs",
            serviceVersion: Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            autoGenerateServiceInstanceId: false)
        .AddDetector(static services => new NodeDetector(services.GetRequiredService<NodeIdentity>()))
        // Last, so that whoever runs it has the last word.
        .AddEnvironmentVariableDetector();

    private static void Redact(AspNetCoreTraceInstrumentationOptions options)
    {
        options.Filter = static http => !Untraced.Any(path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
        // Values in it are made unreadable by the library, but what somebody writes in place of a name is not.
        options.EnrichWithHttpRequest = static (activity, _) => activity.SetTag("url.query", null);
    }

    private sealed class NodeDetector(NodeIdentity node) : IResourceDetector
    {
        public Resource Detect() => new([new("service.instance.id", node.Id)]);
    }
}
