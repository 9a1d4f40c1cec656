using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Realtime;

/// <summary>Which other sites may use this server from a browser. Configuration section <c>Cors</c>.</summary>
public sealed class CorsOptions
{
    public const string Section = "Cors";

    /// <summary>Origins such as <c>https://app.example.com</c>.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];
}

/// <summary>Keeps a server from starting with an origin that no browser would ever send.</summary>
internal sealed class CorsOptionsValidator : IValidateOptions<CorsOptions>
{
    public ValidateOptionsResult Validate(string? name, CorsOptions options)
    {
        var wrong = options.AllowedOrigins
            .Select((origin, index) => (Origin: origin, Index: index))
            .Where(one => !IsOrigin(one.Origin))
            .Select(one => $"Cors:AllowedOrigins:{one.Index} must be an origin such as https://app.example.com, without a path.")
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsOrigin(string origin) =>
        AllowedOrigins.TryParse(origin, out var uri) && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0;
}

/// <summary>
/// Decides about the <c>Origin</c> of a request: the site's own and the configured ones are let in, in Development
/// any port of this machine too. A request without one comes from no browser and is not judged here.
/// </summary>
internal sealed class AllowedOrigins(IOptions<CorsOptions> options, IHostEnvironment environment)
{
    private readonly HashSet<string> configured =
        options.Value.AllowedOrigins.Select(origin => origin.TrimEnd('/')).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public bool Admits(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsOwn(origin, request.Host) || Admits(origin);
    }

    /// <summary>Whether another site is let in.</summary>
    public bool Admits(string origin) =>
        configured.Contains(origin) || (environment.IsDevelopment() && TryParse(origin, out var uri) && uri.IsLoopback);

    /// <summary>Reads the origin of a page; those of files, extensions and sandboxes are none.</summary>
    internal static bool TryParse(string origin, out Uri uri) =>
        Uri.TryCreate(origin, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    // The scheme is left out: behind a proxy that ends TLS, this server sees another one than the browser.
    private static bool IsOwn(string origin, HostString host) =>
        host.HasValue && TryParse(origin, out var uri) && uri.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
