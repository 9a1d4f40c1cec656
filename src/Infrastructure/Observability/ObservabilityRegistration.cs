using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HotGigs.Infrastructure.Observability;

/// <summary>Registers what is counted and timed; who reads it is another matter.</summary>
internal static class ObservabilityRegistration
{
    public static IServiceCollection AddHotGigsMetrics(this IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RealtimeMetrics>();
        services.TryAddSingleton<NotificationMetrics>();
        return services;
    }
}
