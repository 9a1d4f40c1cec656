namespace HotGigs.Infrastructure.Persistence;

/// <summary>Brings the database to the version of this program.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Creates the database where there is none and applies what is missing.</summary>
    /// <returns>The names of the migrations that were applied.</returns>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Names the migrations that have not been applied.</summary>
    /// <exception cref="System.Data.Common.DbException">The database cannot be reached.</exception>
    Task<IReadOnlyList<string>> GetPendingAsync(CancellationToken cancellationToken);
}
