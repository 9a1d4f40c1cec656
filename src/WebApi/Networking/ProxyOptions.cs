using System.Net;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Networking;

/// <summary>Which proxies stand before this server. Configuration section <c>Proxies</c>.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>Addresses such as <c>10.0.0.5</c> or networks such as <c>10.0.0.0/8</c>; only what these say of a client's address is believed.</summary>
    public IReadOnlyList<string> Trusted { get; set; } = [];

    /// <summary>Reads an address, as a network of its own, or a network.</summary>
    internal static bool TryParse(string text, out IPNetwork network)
    {
        if (!IPAddress.TryParse(text, out var address))
            return IPNetwork.TryParse(text, out network);
        network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return true;
    }
}

/// <summary>Keeps a server from starting that would believe others than was meant.</summary>
internal sealed class ProxyOptionsValidator : IValidateOptions<ProxyOptions>
{
    public ValidateOptionsResult Validate(string? name, ProxyOptions options)
    {
        var wrong = options.Trusted
            .Select((text, index) => (Text: text, Index: index))
            .Where(one => !ProxyOptions.TryParse(one.Text, out _))
            .Select(one => $"Proxies:Trusted:{one.Index} must be an address such as 10.0.0.5 or a network such as 10.0.0.0/8.")
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
