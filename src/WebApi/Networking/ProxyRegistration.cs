using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Networking;

/// <summary>Finds the address of a client behind proxies, where they are named.</summary>
internal static class ProxyRegistration
{
    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProxyOptions>().Bind(configuration.GetSection(ProxyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProxyOptions>, ProxyOptionsValidator>();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>(static (forwarded, proxies) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            // As long as the next one back is trusted: there may be a balancer before the proxy.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var text in proxies.Value.Trusted)
            {
                if (ProxyOptions.TryParse(text, out var network))
                    forwarded.KnownIPNetworks.Add(network);
            }
        });
        return services;
    }

    /// <summary>Takes the client's address from <c>X-Forwarded-For</c>; without a trusted proxy anyone could write there what they like.</summary>
    public static void UseProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ProxyOptions>>().Value.Trusted.Count > 0)
            app.UseForwardedHeaders();
    }
}
