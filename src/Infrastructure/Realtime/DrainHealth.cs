using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotGigs.Infrastructure.Realtime;

/// <summary>Tells load balancers to send nobody to a server that is stopping.</summary>
internal sealed class DrainHealth(DrainSignal drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(drain.HasBegun ? HealthCheckResult.Unhealthy("The server is stopping.") : HealthCheckResult.Healthy());
}
