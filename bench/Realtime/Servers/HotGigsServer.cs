using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using HotGigs.Bench.Realtime.Clients;
using HotGigs.Bench.Realtime.Load;
using HotGigs.Client;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>Our server as it ships: Release, Production, logging on, a new SQLite file.</summary>
internal sealed class HotGigsServer : BenchServer
{
    private static readonly string[] Roles = ["recruiter", "admin"];

    private readonly string folder = Directory.CreateTempSubdirectory("hotgigs-bench-").FullName;
    private readonly Tokens tokens = new();
    private readonly ResumeProgressStamps progress = new();
    private readonly ConcurrentDictionary<int, HttpMessageInvoker> handshakes = [];

    public HotGigsServer() =>
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue("bench-service", "service", "admin"));

    public override IRecovery Recovery => new AnnouncementRecovery(this);

    public override async Task<IClient> ConnectAsync(string user, Action<ReadOnlySpan<byte>, long> receive, int? receiveBuffer = null) =>
        await HotGigsBenchClient.ConnectAsync(
            new HotGigsConnectionOptions
            {
                Server = Http.BaseAddress!,
                Token = TokenOf(user),
                Http = receiveBuffer is { } bytes ? handshakes.GetOrAdd(bytes, SmallSockets.Create) : null,
                // A client that stops reading then really does, instead of gathering frames.
                MaxBufferedFrames = 1,
            },
            receive);

    /// <summary>How a user proves who they are.</summary>
    public Func<CancellationToken, ValueTask<string>> TokenOf(string user) => _ => ValueTask.FromResult(tokens.Issue(user, Roles));

    public override HttpRequestMessage ToRoom(string room, Stamp stamp, int bytes = MessageBytes)
    {
        const string envelope = """{"type":"room_message","room":"","data":{"title":"","message":"","action_url":null},"timestamp":"2026-03-01T12:00:00.000Z"}""";
        var title = stamp.ToString();
        var filler = Math.Max(1, bytes - envelope.Length - room.Length - title.Length);
        var message = new string('x', Math.Min(filler, 500));
        var data = filler > 500 ? $$""","data":{"x":"{{new string('x', filler - 500)}}"}""" : "";
        return Broadcast(room, $$"""{"title":"{{title}}","message":"{{message}}","persist":false{{data}}}""");
    }

    /// <summary>The POST that speaks to a room in the words of the REST interface.</summary>
    public static HttpRequestMessage Broadcast(string room, string json) => Post($"/api/rooms/{room}/broadcast", json);

    public override HttpRequestMessage ToUser(string user, Stamp stamp) => Event("ai.hotgigs.match.found", new
    {
        user_id = user,
        match_id = Guid.CreateVersion7(),
        match_score = 90,
        job_title = stamp.ToString(),
    });

    public override async Task WatchAsync(IReadOnlyList<IClient> clients, int resumes)
    {
        var ids = await BeginResumesAsync(resumes);
        await Parallel.ForEachAsync(clients, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (client, _) =>
        {
            foreach (var id in ids)
                await ((HotGigsBenchClient)client).WatchAsync(id);
        });
    }

    /// <summary>Has the server know resumes that another program imports.</summary>
    public async Task<IReadOnlyList<Guid>> BeginResumesAsync(int count)
    {
        var ids = progress.Begin(count);
        foreach (var id in ids)
            await PostAsync(ProgressOf(id, ResumeProgressStamps.Steps[0]));
        return ids;
    }

    public override HttpRequestMessage Progress(Stamp stamp) => ProgressOf(progress.Note(stamp), ResumeProgressStamps.Steps[stamp.Number]);

    public override bool TryRead(ReadOnlySpan<byte> message, out Stamp stamp) =>
        Stamp.TryFind(message, out stamp) || progress.TryRead(message, out stamp);

    public override async Task<long?> CollectGarbageAsync() => await ManagedHeap.CollectAsync(Process.Id);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var one in handshakes.Values)
            one.Dispose();
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
            // All of them come from this machine.
            ["Realtime__MaxConnectionsPerAddress"] = "100000",
        };
        var program = Program("src/WebApi", "HotGigs.WebApi");
        // Its settings lie beside it.
        var home = Path.GetDirectoryName(program)!;
        await ServerProcess.RunAsync(["dotnet", program, "--migrate"], home, environment);
        return await ServerProcess.StartAsync(["dotnet", program, "--urls", $"http://{EndPoint}"], home, environment, EndPoint);
    }

    private static HttpRequestMessage ProgressOf(Guid resume, (int Progress, string Name) step) => Event("ai.hotgigs.resume.progressed", new
    {
        resume_id = resume,
        status = step.Progress switch { 0 => "uploaded", 100 => "completed", _ => "processing" },
        progress = step.Progress,
        current_step = step.Name,
        uploaded_by = "bench-uploader",
        filename = "resume.pdf",
    });

    private static HttpRequestMessage Event(string type, object data) => Post(
        "/api/events",
        JsonSerializer.Serialize(new { specversion = "1.0", id = $"{Guid.CreateVersion7()}", source = "https://bench.example.com/", type, data }),
        "application/cloudevents+json");
}
