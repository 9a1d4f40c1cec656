using System.Reflection;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.GoogleDrive;
using HotGigs.Infrastructure.Matching;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Resumes;
using HotGigs.Infrastructure.Retention;
using HotGigs.Infrastructure.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HotGigs.Infrastructure;

/// <summary>Registers everything that talks to the outside.</summary>
public static class InfrastructureRegistration
{
    /// <summary>The assembly whose event handlers listen to what the use cases publish.</summary>
    public static Assembly Assembly => typeof(InfrastructureRegistration).Assembly;

    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DataFolderOptions>()
            .Bind(configuration.GetSection(DataFolderOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<DataFolder>();
        services.AddPersistence(configuration);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddRealtime(configuration);
        services.AddRetention(configuration);
        services.AddResumeReading();
        services.AddResumeImport(configuration);
        services.AddMatching(configuration);
        services.AddEmails(configuration);
        services.AddGoogleDrive(configuration);
        return services;
    }
}
