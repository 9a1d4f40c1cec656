using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>The model on SQLite, which has no type for times: they are kept as UTC ticks, so that they sort and compare.</summary>
internal sealed class SqliteHotGigsDbContext(DbContextOptions<SqliteHotGigsDbContext> options) : HotGigsDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();

    private sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
