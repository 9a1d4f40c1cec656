using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Ready means: the database answers and is at the version of this program.</summary>
internal sealed class DatabaseHealth(IDatabaseMigrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = await migrator.GetPendingAsync(cancellationToken);
        return pending.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"Migrations are missing: {string.Join(", ", pending)}. Run the program with --migrate.");
    }
}
