using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Refuses settings that would only show when the first mail is sent.</summary>
internal sealed class EmailOptionsValidator : IValidateOptions<EmailOptions>
{
    /// <summary>What a server needs beside sending to store what became of a mail while it still holds it.</summary>
    private static readonly TimeSpan StoringTime = TimeSpan.FromSeconds(5);

    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var wrong = Check(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Check(EmailOptions options)
    {
        if (options.Host is { Length: > 0 } && string.IsNullOrEmpty(options.FromAddress))
            yield return "Email:FromAddress is missing: mails need a sender.";
        if (options.FromAddress is { Length: > 0 } from && !EmailAddresses.TryParse(from, "", out _))
            yield return "Email:FromAddress is no e-mail address.";
        if (options.FromName.Any(char.IsControl))
            yield return "Email:FromName must be one line.";
        if (options.Host is { Length: > 0 } && string.IsNullOrEmpty(options.BaseAddress))
            yield return "Email:BaseAddress is missing: the links in mails need the address of this site.";
        if (options.BaseAddress is { Length: > 0 } address && !IsSite(address))
            yield return "Email:BaseAddress must be an address such as https://hotgigs.example.com.";
        if (!Enum.IsDefined(options.Security))
            yield return "Email:Security must be None, StartTls, Tls or Auto.";
        if (options.User is { Length: > 0 } != options.Password is { Length: > 0 })
            yield return "Email:User and Email:Password go together.";
        if (options.SendTimeout <= options.ConnectTimeout)
            yield return "Email:SendTimeout must be longer than Email:ConnectTimeout: a mail server that does not answer would cost each mail its tries.";
        if (options.Lease < options.SendTimeout + StoringTime)
            yield return $"Email:Lease must be at least {StoringTime.TotalSeconds} s longer than Email:SendTimeout: another server would send the mail again.";
    }

    private static bool IsSite(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;
}
