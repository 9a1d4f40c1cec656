using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Tests.Shared.Telemetry;

/// <summary>What a server exports to: an OTLP receiver on a port of this machine.</summary>
public sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> traces = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();
    private readonly WebApplication app;

    private Collector(WebApplication app)
    {
        this.app = app;
        app.MapPost("/v1/traces", http => KeepAsync(http, traces));
        app.MapPost("/v1/metrics", http => KeepAsync(http, metrics));
    }

    /// <summary>Makes a server export to here, without much delay.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["OpenTelemetry:Endpoint"] = app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "50",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
    };

    public IReadOnlyList<ExportedSpan> Spans => [.. traces.SelectMany(ExportedSpan.Read)];

    /// <summary>All metrics that came, as text: names and tags are readable in what was exported.</summary>
    public string Metrics => TextOf(metrics);

    /// <summary>All that came, as text.</summary>
    public string Everything => TextOf(traces) + TextOf(metrics);

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var collector = new Collector(app);
        await app.StartAsync();
        return collector;
    }

    /// <summary>Waits for a span.</summary>
    public async Task<ExportedSpan> SpanAsync(Func<ExportedSpan, bool> wanted)
    {
        var spans = await Eventually.GetAsync(() => Task.FromResult(new Received(Spans)), received => received.Spans.Any(wanted));
        return spans.Spans.First(wanted);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed record Received(IReadOnlyList<ExportedSpan> Spans)
    {
        public override string ToString() => string.Join('\n', Spans);
    }

    private static string TextOf(IEnumerable<byte[]> requests) => string.Concat(requests.Select(Encoding.UTF8.GetString));

    private static async Task KeepAsync(HttpContext http, ConcurrentQueue<byte[]> requests)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        requests.Enqueue(body.ToArray());
        http.Response.ContentType = "application/x-protobuf";
    }
}
