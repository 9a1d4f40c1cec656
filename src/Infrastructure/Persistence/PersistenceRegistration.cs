using HotGigs.Application.Candidates;
using HotGigs.Application.Emails;
using HotGigs.Application.Events;
using HotGigs.Application.Jobs;
using HotGigs.Application.Matching;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Receipts;
using HotGigs.Application.Notifications.Retention;
using HotGigs.Application.Notifications.Tracing;
using HotGigs.Application.Operations;
using HotGigs.Application.Preferences;
using HotGigs.Application.Resumes;
using HotGigs.Application.Resumes.Batches;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.Observability;
using HotGigs.Infrastructure.Persistence.Sqlite;
using HotGigs.Infrastructure.Persistence.SqlServer;
using HotGigs.Infrastructure.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Registers the database and what is kept in it.</summary>
public static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();

        if (ProviderOf(configuration) == DatabaseProvider.SqlServer)
            AddSqlServer(services);
        else
            AddSqlite(services);

        services.AddSharedKeys(configuration);
        services.AddHotGigsMetrics();
        services.AddSingleton<Database>();
        services.AddSingleton<IDatabaseMigrator, DatabaseMigrator>();
        services.AddSingleton<IUserDirectory, UserDirectory>();
        services.AddSingleton<IPreferenceStore, PreferenceStore>();
        services.AddSingleton<IDeliveryTraces, DeliveryTraces>();
        services.AddSingleton<EmailQueueSignal>();
        services.AddSingleton<IEmailQueueSignal>(provider => provider.GetRequiredService<EmailQueueSignal>());
        services.AddSingleton<EmailQueue>();
        services.AddSingleton<EmailDeliveries>();
        services.AddSingleton<IEmailDeliveries>(provider => provider.GetRequiredService<EmailDeliveries>());
        services.AddSingleton<IFeedReader, FeedReader>();
        services.AddSingleton<IFeedWriter, FeedWriter>();
        services.AddSingleton<IReceiptReader, ReceiptReader>();
        services.AddSingleton<IRetentionStore, RetentionStore>();
        services.AddSingleton<IResumeStore, ResumeStore>();
        services.AddSingleton<IResumeBatches, ResumeBatches>();
        services.AddSingleton<ITrackedResumes, TrackedResumes>();
        services.AddSingleton<IReceivedEvents, ReceivedEvents>();
        services.AddSingleton<ICandidateReader, CandidateReader>();
        services.AddSingleton<ICandidateViews, CandidateViews>();
        services.AddSingleton<ICandidateShares, CandidateShares>();
        services.AddSingleton<ICandidateTags, StoredTags>();
        services.AddSingleton<IJobStore, JobStore>();
        services.AddSingleton<IMatchStore, MatchStore>();
        services.AddSingleton<IMatchReader, MatchReader>();
        services.AddSingleton<IMatchingOverviewReader, MatchingOverviewReader>();
        services.AddSingleton<IMatchingRuns, MatchingRuns>();
        services.AddSingleton<IQueueFigures, StoredQueueFigures>();
        return services;
    }

    /// <summary>Which database is configured.</summary>
    internal static DatabaseProvider ProviderOf(IConfiguration configuration) =>
        configuration.GetValue($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Provider)}", DatabaseProvider.Sqlite);

    private static void AddSqlite(IServiceCollection services)
    {
        services.AddSingleton<IDatabaseDialect, SqliteDialect>();
        services.AddSingleton<IFeedHeads, SqliteFeedHeads>();
        services.AddPooledDbContextFactory<SqliteHotGigsDbContext>((provider, options) => options
            // A list as one parameter: the statement is the same whatever its length, and is not put together anew each time.
            .UseSqlite(SqliteConnectionString(provider), sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<Func<HotGigsDbContext>>(provider =>
            provider.GetRequiredService<IDbContextFactory<SqliteHotGigsDbContext>>().CreateDbContext);
    }

    private static void AddSqlServer(IServiceCollection services)
    {
        services.AddSingleton<IDatabaseDialect, SqlServerDialect>();
        services.AddSingleton<IFeedHeads, GroupedFeedHeads>();
        services.AddPooledDbContextFactory<SqlServerHotGigsDbContext>((provider, options) => options
            .UseSqlServer(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString));
        services.AddSingleton<Func<HotGigsDbContext>>(provider =>
            provider.GetRequiredService<IDbContextFactory<SqlServerHotGigsDbContext>>().CreateDbContext);
    }

    private static string SqliteConnectionString(IServiceProvider provider)
    {
        var builder = new SqliteConnectionStringBuilder(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString)
        {
            ForeignKeys = true,
        };
        if (builder.Mode != SqliteOpenMode.Memory)
            builder.DataSource = provider.GetRequiredService<DataFolder>().PathOf(builder.DataSource);
        return builder.ToString();
    }
}
