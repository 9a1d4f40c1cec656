using HotGigs.Infrastructure.Persistence.Sqlite;
using HotGigs.Infrastructure.Persistence.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Keys in the database: what one server signs or encrypts is understood by all of them, and after a move too.</summary>
internal static class SharedKeys
{
    public static void AddSharedKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("HotGigs");
        if (PersistenceRegistration.ProviderOf(configuration) == DatabaseProvider.SqlServer)
            protection.PersistKeysToDbContext<SqlServerHotGigsDbContext>();
        else
            protection.PersistKeysToDbContext<SqliteHotGigsDbContext>();
    }
}
