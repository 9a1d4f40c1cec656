using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HotGigs.Application.Notifications.Notify;
using HotGigs.WebApi;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Bench.FeedSize;

/// <summary>A server with a user for each size of feed.</summary>
internal sealed class FilledServer : IAsyncDisposable
{
    private static readonly string[] Roles = ["recruiter"];

    private readonly WebApplication app;
    private readonly string folder;
    private readonly Dictionary<int, HttpClient> clients = [];
    private readonly Dictionary<int, string> epochs = [];

    private FilledServer(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public static async Task<FilledServer> StartAsync(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("hotgigs-bench-").FullName;
        var app = HotGigsApplication.Build(
            ["--environment=Development", "--urls=http://127.0.0.1:0", $"--Data:Folder={folder}", "--Jwt:SigningKey=a key that signs the tokens of this bench"],
            builder => builder.Logging.ClearProviders());
        await app.PrepareAsync();
        await app.StartAsync();
        var server = new FilledServer(app, folder);
        foreach (var size in sizes)
            await server.FillAsync(size);
        return server;
    }

    public HttpClient ClientOf(int size) => clients[size];

    public string EpochOf(int size) => epochs[size];

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values)
            client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync(int size)
    {
        var userId = $"feed-of-{size}";
        var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var token = await (await client.PostAsJsonAsync("/dev/token", new { sub = userId, roles = Roles })).Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        clients.Add(size, client);

        // One real notification, and the others as its copies.
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new NotifyCandidateShared(userId, Guid.CreateVersion7(), "Ada Example", "Sam Sharer", "Worth a look", null));
        await CopyAsync(userId, size);
        var list = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/notifications", UriKind.Relative));
        epochs.Add(size, list.GetProperty("epoch").GetString()!);
    }

    private async Task CopyAsync(string userId, int size)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "hotgigs.db")}");
        await connection.OpenAsync();
        var columns = new List<string>();
        await using (var reader = await Command(connection, "SELECT name FROM pragma_table_info('Notifications')").ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                columns.Add(reader.GetString(0));
        }

        var values = columns.Select(column => column switch
        {
            "Id" => "upper(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(2)) || '-' || hex(randomblob(6)))",
            "Seq" or "ChangedSeq" => "n.value",
            "DeduplicationKey" => "NULL",
            _ => $"\"{column}\"",
        });
        await Command(
            connection,
            $"""
            WITH RECURSIVE n(value) AS (SELECT 2 UNION ALL SELECT value + 1 FROM n WHERE value < {size})
            INSERT INTO Notifications ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM Notifications, n WHERE UserId = '{userId}' AND Seq = 1;
            UPDATE NotificationFeeds SET Seq = {size}, UnreadCount = {size}, UnseenCount = {size} WHERE UserId = '{userId}';
            """).ExecuteNonQueryAsync();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        return command;
    }
}
