using System.Collections.Concurrent;
using HotGigs.Infrastructure.Realtime;
using HotGigs.Infrastructure.Realtime.Acks;
using HotGigs.Tests.Shared;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

/// <summary>What clients confirm is written together, later, and not lost.</summary>
public sealed class AckTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> written = new();
    private RealtimeHost? started;

    [Fact]
    public async Task Confirmations_of_all_users_are_written_together_the_highest_of_each()
    {
        var host = await StartAsync();
        using var ann = await host.ConnectAsync("ann");
        using var bob = await host.ConnectAsync("bob");
        foreach (var seq in (int[])[3, 7, 5])
            await ann.SendAsync($$"""{"type":"ack","seq":{{seq}}}""");
        await bob.SendAsync("""{"type":"ack","seq":2}""");
        await SettleAsync(ann);
        await SettleAsync(bob);
        Assert.Empty(written);

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => !written.IsEmpty);
        Assert.Equal(["ann 7, bob 2"], written);
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_the_next_time()
    {
        var host = await StartAsync();
        var failed = new TaskCompletionSource();
        var record = host.Application.Record;
        host.Application.Record = _ =>
        {
            failed.TrySetResult();
            throw new InvalidOperationException("The database is away.");
        };
        using var ann = await host.ConnectAsync("ann");
        await ann.SendAsync("""{"type":"ack","seq":3}""");
        await SettleAsync(ann);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await failed.Task.WaitAsync(Eventually.Deadline);
        host.Application.Record = record;
        await ann.SendAsync("""{"type":"ack","seq":4}""");
        await SettleAsync(ann);

        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => !written.IsEmpty);
        Assert.Equal(["ann 4"], written);
    }

    [Fact]
    public async Task A_clean_stop_writes_what_is_left_once_the_connections_have_ended()
    {
        var host = await StartAsync();
        using var ann = await host.ConnectAsync("ann");
        await ann.SendAsync("""{"type":"ack","seq":3}""");
        await SettleAsync(ann);

        var stopping = host.StopAsync();
        await ann.ReceiveCloseAsync();
        await stopping;

        Assert.Equal(["ann 3"], written);
    }

    [Theory]
    [InlineData("""{"type":"ack"}""", "seq: This is missing.")]
    [InlineData("""{"type":"ack","seq":"7"}""", "seq: This must be a whole number.")]
    [InlineData("""{"type":"ack","seq":1.5}""", "seq: This must be a whole number.")]
    [InlineData("""{"type":"ack","seq":-1}""", "seq: A position in the feed is not negative.")]
    public async Task One_that_is_malformed_is_refused(string message, string why)
    {
        var host = await StartAsync();
        using var ann = await host.ConnectAsync("ann");
        await ann.SendAsync(message);

        var error = await ann.ReceiveAsync();

        Assert.Equal(("error", "validation_failed", why), (error.Text("type"), error.Text("code"), error.Text("message")));
    }

    [Fact]
    public void Those_of_too_many_users_are_dropped_and_counted()
    {
        var pending = new PendingAcks(Options.Create(new RealtimeOptions { MaxPendingAcks = 2 }));
        foreach (var user in (string[])["ann", "bob", "cid", "ann"])
            pending.Add(user, user.Length);

        Assert.Equal((1, 0), (pending.TakeDropped(), pending.TakeDropped()));
        Assert.Equal(["ann"], pending.Take(1).Keys);
        Assert.Equal(["bob"], pending.Take(5).Keys);
        Assert.Empty(pending.Take(5));
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await started.DisposeAsync();
    }

    private static async Task SettleAsync(TestClient client)
    {
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("pong", (await client.ReceiveAsync()).Text("type"));
    }

    private async Task<RealtimeHost> StartAsync()
    {
        started = await RealtimeHost.StartAsync();
        started.Application.Record = acks =>
        {
            written.Enqueue(string.Join(", ", acks.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}")));
            return new Dictionary<string, long>();
        };
        return started;
    }
}
