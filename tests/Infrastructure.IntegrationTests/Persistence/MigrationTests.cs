using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>The migrations of both providers, as far as they can be judged without a server.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void The_migrations_of_SQLite_are_up_to_date_with_the_model()
    {
        using var context = new SqliteDesignTimeContext().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: see docs/operations.md.");
    }

    [Fact]
    public void The_migrations_of_SQL_Server_are_up_to_date_with_the_model()
    {
        using var context = new SqlServerDesignTimeContext().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges(), "Add a migration: see docs/operations.md.");
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public void The_script_for_SQL_Server_is_valid_Transact_SQL(MigrationsSqlGenerationOptions options)
    {
        using var context = new SqlServerDesignTimeContext().CreateDbContext([]);
        var script = context.GetService<IMigrator>().GenerateScript(options: options);

        var fragment = Parse(script);

        Assert.Contains("CREATE TABLE [Notifications]", script, StringComparison.Ordinal);
        Assert.IsType<TSqlScript>(fragment);
    }

    [Fact]
    public void On_SQL_Server_a_feed_is_held_by_an_update_lock_on_its_row()
    {
        using var context = new SqlServerDesignTimeContext().CreateDbContext([]);

        using var command = SqlServerDialect.Hold(context, "rosa").CreateDbCommand();
        var sql = command.CommandText;

        Parse(sql);
        Assert.Contains("[NotificationFeeds] WITH (UPDLOCK, ROWLOCK) WHERE [UserId] = ", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void On_SQL_Server_user_ids_are_compared_byte_by_byte()
    {
        using var context = new SqlServerDesignTimeContext().CreateDbContext([]);

        var userIds = context.GetService<IDesignTimeModel>().Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties())
            .Where(property => property.Name is "UserId" or "OwnerId" or "UploadedBy" or "CandidateOwnerId")
            .ToList();

        Assert.True(userIds.Count >= 6);
        Assert.All(userIds, property => Assert.Equal("Latin1_General_100_BIN2", property.GetCollation()));
    }

    private static TSqlFragment Parse(string script)
    {
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => $"{error.Line}: {error.Message}")));
        return fragment;
    }
}
