using System.Diagnostics.Metrics;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using HotGigs.Tests.Shared.Telemetry;
using HotGigs.WebApi.FunctionalTests.Events;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests.Observability;

/// <summary>What the whole server measures in a run that is known.</summary>
public sealed class MeasurementTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private IMeterFactory Meters => fixture.Server.Services.GetRequiredService<IMeterFactory>();

    [Fact]
    public async Task From_the_event_of_a_program_to_the_client_that_comes_back()
    {
        using var measured = new Measurements(Meters);
        using var program = await fixture.SignInAsync("service");
        using var user = await fixture.RecruiterAsync();
        await using var socket = await TestSocket.ConnectAsync(fixture.Server.Address, $"token={user.Token}");
        var epoch = (await socket.NextAsync("connected")).Text("epoch");

        Producer.AssertApplied(await program.ReportAsync([.. Enumerable.Range(0, 301).Select(_ => Synced(user.Id))]), accepted: 301);
        await socket.NextAsync("notification", frame => frame.Number("seq") == 301);
        // An ack is written to the feed, too.
        Assert.Equal(301, measured.Sum("hotgigs.notifications.commit.size"));
        await socket.SendAsync(new { type = "ack", seq = 301 });
        var page = await socket.AskAsync(new { type = "sync", since = 0, epoch }, "sync_result");
        await socket.AskAsync(new { type = "sync", since = page.Number("seq"), epoch }, "sync_result");
        await user.GetAsync("/api/notifications/sync?since=0&epoch=another");

        Assert.Equal(301, measured.Sum("hotgigs.notifications.stored", "notification.type=google_drive_sync_completed"));
        Assert.Equal(measured.Of("hotgigs.notifications.commit.size").Count, measured.Of("hotgigs.notifications.commit.duration").Count);
        Assert.True(measured.Of("hotgigs.notifications.commit.size").Count < 301, "Nothing shared a commit.");
        Assert.NotEmpty(measured.Of("hotgigs.realtime.delivery.duration"));
        Assert.All(measured.Of("hotgigs.realtime.delivery.duration"), seconds => Assert.InRange(seconds, double.Epsilon, 60));
        Assert.InRange(Assert.Single(measured.Of("hotgigs.realtime.ack.duration")), double.Epsilon, 60);
        foreach (var outcome in (string[])["page", "recovered", "not_recovered"])
            Assert.Equal(1, measured.Sum("hotgigs.realtime.syncs", $"outcome={outcome}"));
        Assert.Equal([300, 1], measured.Of("hotgigs.realtime.sync.size"));
        await Eventually.TrueAsync(() => measured.Sum("hotgigs.realtime.sent.frames") == socket.Frames.Count);
        Assert.Equal(measured.Sum("hotgigs.realtime.sent.frames"), measured.Sum("hotgigs.realtime.write.frames"));
    }

    [Fact]
    public async Task Handshakes_that_are_refused_before_they_are_accepted()
    {
        using var measured = new Measurements(Meters);

        await TestSocket.RefusalAsync(fixture.Server.Address, "");
        await TestSocket.RefusalAsync(fixture.Server.Address, "token=x", ("Origin", "https://evil.example"));

        Assert.Equal(1, measured.Sum("hotgigs.realtime.handshakes.refused", "reason=no_token"));
        Assert.Equal(1, measured.Sum("hotgigs.realtime.handshakes.refused", "reason=foreign_origin"));
    }

    [Fact]
    public async Task What_became_of_mails()
    {
        using var measured = new Measurements(Meters);
        using var program = await fixture.SignInAsync("service");
        using var user = await fixture.RecruiterAsync();
        await user.PutAsync(
            "/api/notifications/preferences",
            """{ "types": { "google_drive_sync_completed": { "email": true } }, "email": { "mode": "immediate" } }""");

        Producer.AssertApplied(await program.ReportAsync(Synced(user.Id)), accepted: 1);

        await Eventually.TrueAsync(() => measured.Sum("hotgigs.mails.handled", "outcome=sent") == 1);
        Assert.Equal(0, measured.Now("hotgigs.mails.outage"));
    }

    [Fact]
    public void Every_instrument_stands_in_the_documentation_with_its_unit()
    {
        using var measured = new Measurements(Meters);
        var lines = File.ReadAllLines(Path.Combine(ServerSettings.WebApiFolder, "../../docs/operations.md"));

        Assert.True(measured.Instruments.Count > 20);
        Assert.All(measured.Instruments.Values, instrument => Assert.Contains(
            lines, line => line.StartsWith($"| `{instrument.Name}` | {KindOf(instrument)}, `{instrument.Unit}` |", StringComparison.Ordinal)));
    }

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" or "ObservableCounter" => "counter",
        "Histogram" => "histogram",
        _ => "gauge",
    };

    private static System.Text.Json.Nodes.JsonObject Synced(string userId) => Producer.Event(
        "google_drive.sync_completed", new { user_id = userId, sync_id = Guid.CreateVersion7(), folder_name = "Inbox", new_files = 12 });
}
