using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Infrastructure.Resumes.Archives;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>Registers storing and processing of resumes.</summary>
public static class ResumeImportRegistration
{
    public static IServiceCollection AddResumeImport(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ResumeImportOptions>()
            .Bind(configuration.GetSection(ResumeImportOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IResumeFiles, ResumeFiles>();
        services.AddSingleton<IResumeArchives, ResumeArchives>();
        services.AddSingleton(provider =>
            new ResumeQueueSignal(provider.GetRequiredService<IOptions<ResumeImportOptions>>().Value.Parallelism, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IResumeQueueSignal>(provider => provider.GetRequiredService<ResumeQueueSignal>());
        services.AddHostedService<ResumeImportWorker>();
        services.AddHostedService<BatchAnnouncer>();
        services.AddHostedService<OrphanedFileSweeper>();
        return services;
    }
}
