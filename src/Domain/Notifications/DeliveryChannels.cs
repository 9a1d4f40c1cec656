using HotGigs.Domain.Common;

namespace HotGigs.Domain.Notifications;

/// <summary>The ways by which a notification reaches its recipient, as a set. The numbers are stored: append only.</summary>
[Flags]
public enum DeliveryChannels
{
    [WireName("none")]
    None = 0,

    /// <summary>The feed: listed, counted and pushed to every open connection.</summary>
    [WireName("in_app")]
    InApp = 1,

    /// <summary>A mail to the address in the user directory.</summary>
    [WireName("email")]
    Email = 2,

    /// <summary>A notification of the browser or the operating system, shown by an open page.</summary>
    [WireName("browser")]
    Browser = 4,
}

/// <summary>Reads sets of delivery channels.</summary>
public static class DeliveryChannelsExtensions
{
    /// <summary>The wire names of those in a set.</summary>
    public static IEnumerable<string> WireNames(this DeliveryChannels channels) => Enum.GetValues<DeliveryChannels>()
        .Where(channel => channel != DeliveryChannels.None && channels.HasFlag(channel))
        .Select(channel => channel.ToWireName());
}
