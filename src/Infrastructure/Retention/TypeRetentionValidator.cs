using System.Globalization;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Retention;

/// <summary>Finds types that do not exist, and times that make no sense, among what is different for some types.</summary>
internal sealed class TypeRetentionValidator : IValidateOptions<RetentionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.Parse(RetentionOptions.Shortest, CultureInfo.InvariantCulture);
    private static readonly TimeSpan Longest = TimeSpan.Parse(RetentionOptions.Longest, CultureInfo.InvariantCulture);

    public ValidateOptionsResult Validate(string? name, RetentionOptions options)
    {
        var faults = options.Types.SelectMany(type => FaultsOf(type.Key, type.Value)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(string type, TypeRetentionOptions? times)
    {
        var key = $"{RetentionOptions.Section}:{nameof(RetentionOptions.Types)}:{type}";
        if (!WireNames.All<NotificationType>().Contains(type, StringComparer.OrdinalIgnoreCase))
            yield return $"{key}: There is no such notification type. Types are {string.Join(", ", WireNames.All<NotificationType>())}.";

        (string Name, TimeSpan? Time)[] all =
        [
            (nameof(TypeRetentionOptions.Read), times?.Read),
            (nameof(TypeRetentionOptions.Unread), times?.Unread),
            (nameof(TypeRetentionOptions.Archived), times?.Archived),
        ];
        foreach (var (part, time) in all)
        {
            if (time < Shortest || time > Longest)
                yield return $"{key}:{part} must be between {Shortest} and {Longest}.";
        }
    }
}
