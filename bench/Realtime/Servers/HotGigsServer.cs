using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Load;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>Our server as it ships: Release, Production, logging on, a new SQLite file.</summary>
internal sealed class HotGigsServer : BenchServer
{
    private static readonly string[] Roles = ["recruiter", "admin"];

    private readonly string folder = Directory.CreateTempSubdirectory("hotgigs-bench-").FullName;
    private readonly Tokens tokens = new();

    public HotGigsServer() =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue("bench-service", "service", "admin"));

    public override async Task<IClient> ConnectAsync(string user, Action<ReadOnlySpan<byte>, long> receive, int? receiveBuffer = null) =>
        await RawClient.ConnectAsync(EndPoint, new HotGigsDialect(tokens.Issue), user, receive, receiveBuffer);

    public override HttpRequestMessage ToRoom(string room, Stamp stamp, int bytes = MessageBytes)
    {
        var title = stamp.ToString();
        var envelope = """{"type":"room_message","room":"","data":{"title":"","message":"","action_url":null},"timestamp":"2026-03-01T12:00:00.000Z"}""".Length;
        var message = new string('x', Math.Max(1, Math.Min(bytes - envelope - room.Length - title.Length, 500)));
        var filler = bytes - envelope - room.Length - title.Length - message.Length;
        var data = filler > 0 ? $$""","data":{"x":"{{new string('x', filler)}}"}""" : "";
        return Post($"/api/rooms/{room}/broadcast", $$"""{"title":"{{title}}","message":"{{message}}","persist":false{{data}}}""");
    }

    public override HttpRequestMessage ToUser(string user, Stamp stamp) => Event("ai.hotgigs.match.found", new
    {
        user_id = user,
        match_id = Guid.CreateVersion7(),
        match_score = 90,
        job_title = stamp.ToString(),
    });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override async Task<ServerProcess> LaunchAsync()
    {
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Jwt__SigningKey"] = tokens.Key,
            ["Data__Folder"] = folder,
            ["HOME"] = folder,
            ["Realtime__MaxConnectionsPerUser"] = "1000",
            ["Realtime__MaxConnectionsPerAddress"] = "100000",
        };
        var program = Program("src/WebApi", "HotGigs.WebApi");
        // Its settings lie beside it.
        var home = Path.GetDirectoryName(program)!;
        await ServerProcess.RunAsync(["dotnet", program, "--migrate"], home, environment);
        return await ServerProcess.StartAsync(["dotnet", program, "--urls", $"http://{EndPoint}"], home, environment, EndPoint);
    }

    private static HttpRequestMessage Event(string type, object data) => Post(
        "/api/events",
        JsonSerializer.Serialize(new { specversion = "1.0", id = $"{Guid.CreateVersion7()}", source = "https://bench.example.com/", type, data }),
        "application/cloudevents+json");

    private sealed class HotGigsDialect(Func<string, string[], string> issue) : Dialect
    {
        public override byte[] Greeting => "\"connected\""u8.ToArray();

        public override byte[] Joined => "\"joined_room\""u8.ToArray();

        public override string Path(string user) => $"/ws/connect?token={issue(user, Roles)}";

        public override byte[] Join(string room) => Encoding.UTF8.GetBytes($$"""{"type":"join_room","room":"{{room}}"}""");
    }
}
