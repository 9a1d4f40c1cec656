using System.Text.Json;
using FluentValidation;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>What an announcement may hold, whether it is kept or only shown to those who are there.</summary>
internal static class AnnouncementRules
{
    public const int MaxDataLength = 8_192;

    public static IRuleBuilderOptions<T, string?> AnnouncementTitle<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(Notification.MaxTitleLength);

    public static IRuleBuilderOptions<T, string?> AnnouncementMessage<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(Notification.MaxMessageLength);

    public static IRuleBuilderOptions<T, string?> LocalPath<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Notification.MaxActionUrlLength)
            .Must(path => path is null || Notification.IsLocalPath(path))
            .OverridePropertyName("action_url")
            .WithMessage("An action URL must be a path of this site that begins with one '/'.");

    public static IRuleBuilderOptions<T, JsonElement?> AnnouncementData<T>(this IRuleBuilder<T, JsonElement?> rule) =>
        rule.Must(data => data is null || data.Value.ValueKind == JsonValueKind.Object)
            .WithMessage("Data must be a JSON object.")
            .Must(data => data is null || data.Value.GetRawText().Length <= MaxDataLength)
            .WithMessage($"Data must not be longer than {MaxDataLength} characters.")
            .Must(data => data is null || IsText(data.Value))
            .WithMessage("Data holds text that is no Unicode.");

    // Half a surrogate pair, such as "\ud800", is JSON by its grammar, but could never be sent to anybody.
    private static bool IsText(JsonElement data)
    {
        try
        {
            JsonSerializer.SerializeToUtf8Bytes(data);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or JsonException)
        {
            return false;
        }
    }
}
