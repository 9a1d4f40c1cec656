using HotGigs.Infrastructure.Persistence.Sqlite;
using HotGigs.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Opens the SQLite model for the migration tool; it never connects.</summary>
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteHotGigsDbContext>
{
    public SqliteHotGigsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteHotGigsDbContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Opens the SQL Server model for the migration tool; it never connects.</summary>
internal sealed class SqlServerDesignTimeContext : IDesignTimeDbContextFactory<SqlServerHotGigsDbContext>
{
    public SqlServerHotGigsDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerHotGigsDbContext>().UseSqlServer("Server=design").Options);
}
