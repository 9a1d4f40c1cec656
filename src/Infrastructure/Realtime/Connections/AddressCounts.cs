using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// How many connections there are from each address. Of IPv6 a /64 network counts as one: whoever has an address of it
/// has all. Where the address is not known, there is no limit.
/// </summary>
internal sealed class AddressCounts(int limit)
{
    private const int NetworkBytes = 8;

    private readonly ConcurrentDictionary<IPAddress, int> counts = new();

    /// <summary>Counts one more, unless there are as many as there may be.</summary>
    public bool TryAdd(IPAddress? address)
    {
        if (address is null)
            return true;

        var source = SourceOf(address);
        while (true)
        {
            if (!counts.TryGetValue(source, out var count))
            {
                if (counts.TryAdd(source, 1))
                    return true;
            }
            else if (count >= limit)
            {
                return false;
            }
            else if (counts.TryUpdate(source, count + 1, count))
            {
                return true;
            }
        }
    }

    /// <summary>Counts one less, of those that were added.</summary>
    public void Remove(IPAddress? address)
    {
        if (address is null)
            return;

        var source = SourceOf(address);
        while (counts.TryGetValue(source, out var count))
        {
            if (count == 1 ? counts.TryRemove(new KeyValuePair<IPAddress, int>(source, 1)) : counts.TryUpdate(source, count - 1, count))
                return;
        }
    }

    /// <summary>What is counted as one: an IPv4 address, however it is written, or a /64 network.</summary>
    internal static IPAddress SourceOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[NetworkBytes..].Clear();
        return new IPAddress(bytes);
    }
}
