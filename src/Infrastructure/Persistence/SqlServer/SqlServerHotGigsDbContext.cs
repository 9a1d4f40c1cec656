using HotGigs.Infrastructure.Persistence.Configurations;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence.SqlServer;

/// <summary>The model on SQL Server.</summary>
internal sealed class SqlServerHotGigsDbContext(DbContextOptions<SqlServerHotGigsDbContext> options) : HotGigsDbContext(options)
{
    private const string BinaryCollation = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        var opaque = modelBuilder.Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(one => one.ComplexType.GetProperties())))
            .Where(property => property.FindAnnotation(OpaqueText.Annotation) is not null);
        foreach (var property in opaque)
            property.SetCollation(BinaryCollation);
    }
}
