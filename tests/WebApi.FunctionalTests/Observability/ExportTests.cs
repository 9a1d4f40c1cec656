using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using HotGigs.Tests.Shared.Telemetry;
using HotGigs.WebApi.FunctionalTests.Events;

namespace HotGigs.WebApi.FunctionalTests.Observability;

/// <summary>
/// What arrives at a collector. From processes of their own: spans and meters have names, and what listens to them
/// hears all servers of a process.
/// </summary>
public sealed class ExportTests : IDisposable
{
    private const string ProducerTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
    private const string ProducerSpan = "00f067aa0ba902b7";

    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task A_request_its_command_the_commit_and_the_publishing_are_one_trace()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var program = await TestUser.SignInAsync(server, "importer", "service");

        Producer.AssertApplied(await program.ReportAsync(Synced("ann")), accepted: 1);

        var publish = await collector.SpanAsync(span => span.Name == "publish");
        var write = await collector.SpanAsync(span => span.SpanId == publish.ParentId);
        var command = await collector.SpanAsync(span => span.SpanId == write.ParentId);
        var batch = await collector.SpanAsync(span => span.SpanId == command.ParentId);
        var request = await collector.SpanAsync(span => span.SpanId == batch.ParentId);
        Assert.Equal(
            ["write feeds", "NotifyGoogleDriveSyncCompleted", "ApplyEvents", "POST /api/events"],
            ((ExportedSpan[])[write, command, batch, request]).Select(span => span.Name));
        Assert.Single(((ExportedSpan[])[publish, write, command, batch, request]).DistinctBy(span => span.TraceId));
        Assert.Equal(write.SpanId, (await collector.SpanAsync(span => span.Name == "commit")).ParentId);
    }

    [Fact]
    public async Task An_event_goes_on_with_the_trace_of_the_program_that_made_it()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var program = await TestUser.SignInAsync(server, "importer", "service");

        Producer.AssertApplied(
            await program.ReportAsync(
                Synced("ann").With("traceparent", $"00-{ProducerTrace}-{ProducerSpan}-01"),
                Synced("ann").With("traceparent", "nonsense"),
                Synced("ann").With("traceparent", 7)),
            accepted: 3);

        var applied = await collector.SpanAsync(span => span.Name == "apply event");
        Assert.Equal((ProducerTrace, ProducerSpan), (applied.TraceId, applied.ParentId));
        var request = await collector.SpanAsync(span => span.Name == "ApplyEvents");
        Assert.Equal([request.SpanId], applied.LinkedSpanIds);
        var command = await collector.SpanAsync(span => span.ParentId == applied.SpanId);
        Assert.Equal("NotifyGoogleDriveSyncCompleted", command.Name);
        Assert.Equal(2, collector.Spans.Count(span => span.Name == command.Name && span.TraceId == request.TraceId));
    }

    [Fact]
    public async Task Writes_that_share_a_commit_and_that_commit_are_linked()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var program = await TestUser.SignInAsync(server, "importer", "service");

        Producer.AssertApplied(await program.ReportAsync([.. Enumerable.Range(0, 20).Select(_ => Synced("ann"))]), accepted: 20);

        var write = await collector.SpanAsync(span => span.Name == "write feeds" && span.LinkedSpanIds.Count > 1);
        await Eventually.TrueAsync(() => write.LinkedSpanIds.All(id => collector.Spans.Any(span => span.SpanId == id)));
        Assert.All(write.LinkedSpanIds, id => Assert.Contains(write.SpanId, collector.Spans.Single(span => span.SpanId == id).LinkedSpanIds));
    }

    [Fact]
    public async Task The_trace_id_of_an_error_is_that_of_its_trace()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var user = await TestUser.SignInAsync(server, "ann", "recruiter");

        var answer = await user.PostAsync($"/api/notifications/{Guid.Empty}/read");

        Problem.AssertIs(answer, HttpStatusCode.NotFound, "not_found");
        var span = await collector.SpanAsync(span => span.TraceId == answer.Json.Text("trace_id"));
        Assert.Contains(collector.Spans, one => one.TraceId == span.TraceId);
    }

    [Fact]
    public async Task Each_message_of_a_connection_is_a_trace_of_its_own_and_the_connection_is_none()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var user = await TestUser.SignInAsync(server, "ann", "recruiter");
        await using (var socket = await user.ConnectAsync())
        {
            await socket.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
            await socket.AskAsync(new { type = "join_room", room = "recruiters" }, "joined_room");
        }

        await Eventually.TrueAsync(() => collector.Spans.Count(span => span.Name == "JoinRoom") == 2);
        await Eventually.TrueAsync(() => collector.Spans.Count(span => span.Name == "receive message") == 2);
        var messages = collector.Spans.Where(span => span.Name == "receive message").ToList();
        Assert.All(messages, message => Assert.Empty(message.ParentId));
        Assert.All(messages, message => Assert.Contains(collector.Spans, span => span.Name == "JoinRoom" && span.ParentId == message.SpanId));
        Assert.Equal(2, messages.DistinctBy(message => message.TraceId).Count());
        Assert.DoesNotContain(collector.Spans, span => span.Name.Contains("ws/connect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_arrive_with_the_name_of_the_server()
    {
        await using var collector = await Collector.StartAsync();
        await using var server = await HotGigsProcess.StartAsync(data.Path, collector.Settings);
        using var user = await TestUser.SignInAsync(server, "ann", "recruiter");
        await using var socket = await user.ConnectAsync();

        await Eventually.TrueAsync(() => collector.Metrics.Contains("hotgigs.realtime.write.frames", StringComparison.Ordinal));
        foreach (var text in (string[])["hotgigs.realtime.connections", "dotnet.gc.collections", "kestrel.active_connections", "service.instance.id", "service.version"])
            Assert.Contains(text, collector.Metrics, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Synced(string userId) => Producer.Event(
        "google_drive.sync_completed", new { user_id = userId, sync_id = Guid.CreateVersion7(), folder_name = "Inbox", new_files = 12 });
}
