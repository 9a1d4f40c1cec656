using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Applies EF Core migrations; EF takes a lock, so that two servers that start together do it once.</summary>
internal sealed class DatabaseMigrator(Database database) : IDatabaseMigrator
{
    public Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(async context =>
        {
            string[] pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
            await context.Database.MigrateAsync(cancellationToken);
            return pending;
        });

    public Task<IReadOnlyList<string>> GetPendingAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<string>>(async context =>
            [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)]);
}
