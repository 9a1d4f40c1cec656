using FluentValidation;
using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.GoogleDrive;

namespace HotGigs.Application.GoogleDrive;

/// <summary>What requests about syncs have in common.</summary>
internal static class GoogleDriveRules
{
    public static IRuleBuilderOptions<T, string?> FolderName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().MaximumLength(GoogleDriveSync.MaxFolderNameLength)
            .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("A folder's name has no control characters.");

    public static IRuleBuilderOptions<T, string?> Frequency<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => string.IsNullOrEmpty(name) || ReadFrequency(name) is not null)
            .WithMessage($"The frequency is {string.Join(" or ", WireNames.All<SyncFrequency>().Select(name => $"'{name}'"))}.");

    /// <returns>The frequency of that wire name; <c>null</c> for none.</returns>
    public static SyncFrequency? ReadFrequency(string? name) =>
        WireNames.TryParse<SyncFrequency>(name, out var frequency) ? frequency : null;

    public static RequestException NotFound() => RequestException.NotFound("The sync");

    public static RequestException NotConnected() =>
        new(ErrorCode.Conflict, "Google Drive is not connected, or its access was withdrawn. Connect it first.");
}
