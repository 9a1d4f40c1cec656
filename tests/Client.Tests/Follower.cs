using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Client.Tests;

/// <summary>A client of the fake server with a clock that stands still, and the reader of its events.</summary>
internal sealed class Follower : IAsyncDisposable
{
    private readonly IAsyncEnumerator<ClientEvent> events;

    private Follower(HotGigsClient client, FakeTimeProvider clock)
    {
        Client = client;
        Clock = clock;
        events = client.ReadEventsAsync(CancellationToken.None).GetAsyncEnumerator();
    }

    public HotGigsClient Client { get; }

    public FakeTimeProvider Clock { get; }

    public static Follower Start(FakeServer server, FeedPosition? position = null, Func<HotGigsClientOptions, HotGigsClientOptions>? with = null)
    {
        var clock = new FakeTimeProvider();
        var options = new HotGigsClientOptions
        {
            Server = server.Address, Token = _ => ValueTask.FromResult("token"), Position = position, Clock = clock, Random = new Longest(),
        };
        return new Follower(HotGigsClient.Start(with?.Invoke(options) ?? options), clock);
    }

    public static Follower Start(HotGigsClientOptions options) => new(HotGigsClient.Start(options), (FakeTimeProvider)options.Clock);

    /// <summary>The next event, whatever it is.</summary>
    public async Task<ClientEvent> NextAsync() =>
        await events.MoveNextAsync().AsTask().WaitAsync(Limits.Deadline) ? events.Current : throw new InvalidOperationException("The events have ended.");

    /// <summary>The next event, which must be of a type.</summary>
    public async Task<T> NextAsync<T>()
        where T : ClientEvent =>
        Assert.IsType<T>(await NextAsync(), exactMatch: false);

    /// <summary>The numbers of the next changes of the feed, up to one of them.</summary>
    public async Task<List<long>> UpToAsync(long seq)
    {
        var seqs = new List<long>();
        while (seqs.Count == 0 || seqs[^1] != seq)
        {
            switch (await NextAsync())
            {
                case FeedSynced page:
                    seqs.AddRange(page.Notifications.Select(one => one.ChangedSeq));
                    break;
                case FeedEvent change:
                    seqs.Add(change.Position.Seq);
                    break;
            }
        }

        return seqs;
    }

    /// <summary>Lets time pass in small steps until something has come of it.</summary>
    public async Task<T> PassTimeUntilAsync<T>(Task<T> happens, TimeSpan? step = null)
    {
        var limit = Limits.Token();
        while (!happens.IsCompleted)
        {
            limit.ThrowIfCancellationRequested();
            Clock.Advance(step ?? TimeSpan.FromSeconds(1));
            await Task.WhenAny(happens, Task.Delay(5, limit));
        }

        return await happens;
    }

    public async ValueTask DisposeAsync() => await Client.DisposeAsync();

    /// <summary>Takes the longest delay that chance allows, so that it can be told exactly.</summary>
    private sealed class Longest : Random
    {
        public override double NextDouble() => 1;
    }
}
