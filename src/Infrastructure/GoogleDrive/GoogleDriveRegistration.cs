using HotGigs.Application.GoogleDrive;
using HotGigs.Infrastructure.GoogleDrive.Api;
using HotGigs.Infrastructure.GoogleDrive.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive;

/// <summary>Registers the synchronisation of Google Drive folders.</summary>
public static class GoogleDriveRegistration
{
    public static IServiceCollection AddGoogleDrive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddGoogleDriveAccess(configuration);
        services.AddHostedService<GoogleDriveSyncWorker>();
        return services;
    }

    /// <summary>All but what runs by itself.</summary>
    internal static IServiceCollection AddGoogleDriveAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GoogleDriveOptions>()
            .Bind(configuration.GetSection(GoogleDriveOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<GoogleDriveOptions>, GoogleDriveOptionsValidator>();
        // Its own logs hold addresses, and its limit of time would end a download that goes well.
        services.AddHttpClient(GoogleHttp.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<TokenProtector>();
        services.AddSingleton<GoogleConnections>();
        services.AddSingleton<GoogleConsents>();
        services.AddSingleton<GoogleHttp>();
        services.AddSingleton<GoogleOAuth>();
        services.AddSingleton<GoogleDriveAccounts>();
        services.AddSingleton<IGoogleDriveAccounts>(provider => provider.GetRequiredService<GoogleDriveAccounts>());
        services.AddSingleton<IGoogleDrive>(provider => provider.GetRequiredService<GoogleDriveAccounts>());
        services.AddSingleton<IGoogleDriveSyncs, GoogleDriveSyncs>();
        services.AddSingleton<IGoogleDriveRuns, GoogleDriveRuns>();
        services.AddSingleton(provider => new GoogleDriveQueueSignal(
            provider.GetRequiredService<IOptions<GoogleDriveOptions>>().Value.Parallelism, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IGoogleDriveQueueSignal>(provider => provider.GetRequiredService<GoogleDriveQueueSignal>());
        return services;
    }
}
