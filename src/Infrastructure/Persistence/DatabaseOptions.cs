using System.ComponentModel.DataAnnotations;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Which database holds everything. Configuration section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>For SQLite, <c>Data Source=</c> and a path relative to the data folder, unless it is absolute.</summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=hotgigs.db";
}

/// <summary>The databases that are supported.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, in one file; for one server.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server 2019 or later, or Azure SQL.</summary>
    SqlServer,
}
