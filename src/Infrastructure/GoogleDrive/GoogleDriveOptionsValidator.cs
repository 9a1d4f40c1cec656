using HotGigs.Application.GoogleDrive;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>Refuses settings that would only show when the first user connects.</summary>
internal sealed class GoogleDriveOptionsValidator : IValidateOptions<GoogleDriveOptions>
{
    public ValidateOptionsResult Validate(string? name, GoogleDriveOptions options)
    {
        var wrong = Check(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Check(GoogleDriveOptions options)
    {
        if (options.IsConfigured && string.IsNullOrEmpty(options.ClientSecret))
            yield return "GoogleDrive:ClientSecret is missing: it goes with GoogleDrive:ClientId.";
        if (options.IsConfigured && string.IsNullOrEmpty(options.RedirectUri))
            yield return "GoogleDrive:RedirectUri is missing: Google has to know where to send users back to.";
        if (options.RedirectUri is { Length: > 0 } redirect && !IsSafe(redirect))
            yield return "GoogleDrive:RedirectUri must be an address such as https://hotgigs.example.com/google-drive/callback.";
        foreach (var (key, address) in new[] { ("AuthBase", options.AuthBase), ("TokenBase", options.TokenBase), ("ApiBase", options.ApiBase) })
        {
            if (!IsSafe(address))
                yield return $"GoogleDrive:{key} must be an address with https; http is for this machine only.";
        }

        if (options.MaxRetryDelay < options.RetryDelay)
            yield return "GoogleDrive:MaxRetryDelay must not be shorter than GoogleDrive:RetryDelay.";
    }

    // Codes and tokens pass there: in the clear they may only go to this very machine.
    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;
}
