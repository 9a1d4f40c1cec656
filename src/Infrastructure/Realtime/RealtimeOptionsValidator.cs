using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Refuses limits and times that make no sense, by all the names under which they can be set.</summary>
internal sealed class RealtimeOptionsValidator : IValidateOptions<RealtimeOptions>
{
    private static readonly Dictionary<string, string> OriginalVariables = new()
    {
        [nameof(RealtimeOptions.PingInterval)] = "WS_PING_INTERVAL",
        [nameof(RealtimeOptions.ReconnectDelay)] = "WS_RECONNECT_DELAY",
        [nameof(RealtimeOptions.MaxReconnectAttempts)] = "WS_MAX_RECONNECT_ATTEMPTS",
    };

    public ValidateOptionsResult Validate(string? name, RealtimeOptions options)
    {
        var wrong = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);
        var messages = wrong.Select(one => $"{SettingOf(one.MemberNames.Single())}: {one.ErrorMessage}").ToList();
        // Where a time itself is out of range, what follows from it would only distract.
        if (messages.Count == 0 && options.SilenceLimit <= options.PingInterval)
            messages.Add("Realtime:SilenceTimeout must be longer than the ping interval.");
        return messages.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(messages);
    }

    private static string SettingOf(string member)
    {
        var setting = $"{RealtimeOptions.Section}:{member}";
        return OriginalVariables.TryGetValue(member, out var variable) ? $"{setting} or {variable}" : setting;
    }
}
