using System.Text.Json;
using System.Text.Json.Serialization;

namespace HotGigs.Application.Preferences;

/// <summary>What to change of preferences; what is <c>null</c> stays as it is.</summary>
/// <param name="Types">Delivery channels by the wire name of their notification type.</param>
public sealed record PreferencesChange(
    IReadOnlyDictionary<string, ChannelsChange?>? Types, QuietHoursChange? QuietHours, EmailChange? Email)
{
    /// <summary>Fields that there are not.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}

/// <inheritdoc cref="PreferencesChange"/>
public sealed record ChannelsChange(bool? InApp, bool? Email, bool? Browser, bool? IsCritical)
{
    /// <inheritdoc cref="PreferencesChange.Unknown"/>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}

/// <inheritdoc cref="PreferencesChange"/>
public sealed record QuietHoursChange(bool? Enabled, string? Start, string? End, string? TimeZone)
{
    /// <inheritdoc cref="PreferencesChange.Unknown"/>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}

/// <inheritdoc cref="PreferencesChange"/>
public sealed record EmailChange(string? Mode, int? DelayMinutes, string? DigestTime)
{
    /// <inheritdoc cref="PreferencesChange.Unknown"/>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; init; }
}
