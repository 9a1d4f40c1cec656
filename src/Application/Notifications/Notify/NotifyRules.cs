using FluentValidation;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>The rules that several Notify commands share.</summary>
internal static class NotifyRules
{
    public const int MaxNameLength = 200;
    public const int MaxReasonLength = 2_000;

    /// <summary>A token's <c>sub</c>.</summary>
    public static IRuleBuilderOptions<T, string?> UserId<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(User.MaxIdLength)
            .Must(id => string.IsNullOrWhiteSpace(id) || id.Length > User.MaxIdLength || User.IsValidId(id))
            .WithMessage("A user id does not begin or end with a space, and has no control characters.");

    /// <summary>A name that goes into a message.</summary>
    public static IRuleBuilderOptions<T, string?> DisplayName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(MaxNameLength);

    /// <summary>What every Notify command carries.</summary>
    public static void AddCommonRules<T>(this AbstractValidator<T> validator)
        where T : NotifyCommand
    {
        validator.RuleFor(command => command.DeduplicationKey)
            .MaximumLength(Notification.MaxDeduplicationKeyLength)
            .Must(key => key is null || (key.Length > 0 && key.Trim() == key && !key.Any(char.IsControl)))
            .WithMessage("A deduplication key must not be blank, nor begin or end with a space, nor hold control characters.");
    }
}
