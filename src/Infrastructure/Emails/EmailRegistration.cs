using HotGigs.Application.Emails;
using HotGigs.Infrastructure.Emails.Composing;
using HotGigs.Infrastructure.Emails.Sending;
using HotGigs.Infrastructure.Observability;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Emails;

/// <summary>Registers writing and sending of mails.</summary>
public static class EmailRegistration
{
    public static IServiceCollection AddEmails(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEmailSending(configuration);
        services.AddHostedService<MailGauges>();
        services.AddHostedService<EmailWorker>();
        return services;
    }

    /// <summary>All but what runs by itself.</summary>
    internal static IServiceCollection AddEmailSending(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmailOptions>()
            .Bind(configuration.GetSection(EmailOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>();
        services.AddHotGigsMetrics();
        services.AddSingleton<IUnsubscribeTokens, UnsubscribeTokens>();
        services.AddSingleton<EmailSetup>();
        services.AddSingleton<EmailTemplates>();
        services.AddSingleton<EmailComposer>();
        services.AddSingleton<SmtpConnector>();
        services.AddSingleton<SmtpMailSender>();
        services.AddSingleton<FolderMailSender>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<EmailSetup>().Transport == EmailTransport.Smtp
            ? provider.GetRequiredService<SmtpMailSender>()
            : provider.GetRequiredService<FolderMailSender>());
        services.AddSingleton<EmailDispatcher>();
        return services;
    }
}
