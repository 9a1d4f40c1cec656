using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MimeKit;

namespace HotGigs.Infrastructure.Emails;

/// <summary>What the settings amount to on this server.</summary>
internal sealed class EmailSetup
{
    private const string DevelopmentAddress = "http://localhost:8000";
    private const string DevelopmentSender = "notifications@hotgigs.localhost";

    public EmailSetup(IOptions<EmailOptions> options, IHostEnvironment environment)
    {
        var settings = options.Value;
        Transport = settings.Host is { Length: > 0 } ? EmailTransport.Smtp
            : environment.IsDevelopment() ? EmailTransport.Folder
            : EmailTransport.None;
        BaseAddress = (settings.BaseAddress is { Length: > 0 } address ? address : DevelopmentAddress).TrimEnd('/');
        var from = settings.FromAddress is { Length: > 0 } sender ? sender : DevelopmentSender;
        From = new MailboxAddress(settings.FromName, from);
    }

    public EmailTransport Transport { get; }

    /// <summary>Without a slash at its end.</summary>
    public string BaseAddress { get; }

    public MailboxAddress From { get; }
}

/// <summary>Where mails go.</summary>
internal enum EmailTransport
{
    /// <summary>Nowhere: e-mail is not set up.</summary>
    None,

    /// <summary>Into a folder, for a look at them.</summary>
    Folder,

    /// <summary>To an SMTP server.</summary>
    Smtp,
}
