using System.Diagnostics.Metrics;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Connections;
using Microsoft.Extensions.Hosting;

namespace HotGigs.Infrastructure.Observability;

/// <summary>How the live connections stand, counted when somebody asks: nothing is kept up to date for it.</summary>
internal sealed class RealtimeGauges(IMeterFactory meters, ConnectionRegistry registry, ConnectionTotals totals) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(RealtimeMetrics.MeterName);
        meter.CreateObservableUpDownCounter("hotgigs.realtime.connections", () => registry.Count, "{connection}", "Connections there are.");
        meter.CreateObservableCounter("hotgigs.realtime.connections.opened", () => totals.AcceptedCount, "{connection}", "Connections since the start.");
        meter.CreateObservableUpDownCounter("hotgigs.realtime.users", () => registry.Users.Count, "{user}", "Users with a connection.");
        meter.CreateObservableUpDownCounter("hotgigs.realtime.rooms", () => registry.Rooms.Count, "{room}", "Rooms with a connection in them.");
        meter.CreateObservableUpDownCounter(
            "hotgigs.realtime.room.members", () => registry.Rooms.MemberCount, "{connection}", "Connections in rooms, over all rooms.");
        meter.CreateObservableUpDownCounter(
            "hotgigs.realtime.watches", () => registry.ResumeWatches.MemberCount, "{watch}", "Watches of resumes.");
        meter.CreateObservableUpDownCounter(
            "hotgigs.realtime.queue.frames", () => registry.Users.All.Sum(one => (long)one.Queued.Frames), "{frame}", "Frames that wait for clients to read.");
        meter.CreateObservableUpDownCounter(
            "hotgigs.realtime.queue.bytes", () => registry.Users.All.Sum(one => (long)one.Queued.Bytes), "By", "Bytes that wait for clients to read.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
