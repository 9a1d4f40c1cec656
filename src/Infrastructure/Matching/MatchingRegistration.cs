using HotGigs.Application.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Matching;

/// <summary>Registers the comparison of candidates with jobs.</summary>
public static class MatchingRegistration
{
    public static IServiceCollection AddMatching(this IServiceCollection services, IConfiguration configuration) =>
        services.AddMatchComparison(configuration).AddHostedService<MatchingWorker>();

    /// <summary>All but what runs by itself.</summary>
    internal static IServiceCollection AddMatchComparison(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MatchingOptions>()
            .Bind(configuration.GetSection(MatchingOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<MatchingOptions>, MatchingOptionsValidator>();
        services.AddSingleton<IMatchVocabulary, MatchVocabulary>();
        services.AddSingleton(provider =>
            new MatchingQueueSignal(provider.GetRequiredService<IOptions<MatchingOptions>>().Value.Parallelism, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IMatchingQueueSignal>(provider => provider.GetRequiredService<MatchingQueueSignal>());
        return services;
    }
}
