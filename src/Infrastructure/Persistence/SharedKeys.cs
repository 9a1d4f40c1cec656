using System.Security.Cryptography.X509Certificates;
using HotGigs.Infrastructure.Persistence.Sqlite;
using HotGigs.Infrastructure.Persistence.SqlServer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Keys in the database: what one server signs or encrypts is understood by all of them, and after a move too.</summary>
internal static class SharedKeys
{
    /// <summary>A PKCS 12 file with the certificate by which the keys themselves are encrypted; without one they are not.</summary>
    private const string CertificateFile = "DataProtection:CertificateFile";

    private const string CertificatePassword = "DataProtection:CertificatePassword";

    public static void AddSharedKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var protection = services.AddDataProtection().SetApplicationName("HotGigs");
        if (PersistenceRegistration.ProviderOf(configuration) == DatabaseProvider.SqlServer)
            protection.PersistKeysToDbContext<SqlServerHotGigsDbContext>();
        else
            protection.PersistKeysToDbContext<SqliteHotGigsDbContext>();
        if (configuration[CertificateFile] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, configuration[CertificatePassword]));
    }
}
