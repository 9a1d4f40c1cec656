using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>How SQLite is going to run a query.</summary>
internal static class QueryPlan
{
    /// <summary>Its steps, such as <c>SEARCH n USING INDEX …</c>.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync<T>(HotGigsDbContext context, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(3));
        return steps;
    }
}
