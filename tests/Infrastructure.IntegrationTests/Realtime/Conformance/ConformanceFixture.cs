namespace HotGigs.Infrastructure.IntegrationTests.Realtime.Conformance;

/// <summary>One server for all tests of a class; each case connects as somebody else.</summary>
public sealed class ConformanceFixture : IAsyncLifetime
{
    internal const string Ping = """{"type":"ping"}""";

    internal RealtimeHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await RealtimeHost.StartAsync(new()
    {
        // The clock stands still, so what was used up of the rate does not come back.
        ["Realtime:MessageBurst"] = "10000",
    });

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal Task<RawSocket> ConnectAsync() => RawSocket.ConnectAsync(Host);
}
