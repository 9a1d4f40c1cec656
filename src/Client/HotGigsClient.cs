using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace HotGigs.Client;

/// <summary>
/// Stays connected to a HotGigs server and tells one reader what happens, the changes of the feed once and in order
/// whatever the network does. Everything but reading may be called by many at once.
/// </summary>
public sealed class HotGigsClient : IAsyncDisposable
{
    private readonly HotGigsClientOptions options;
    private readonly Channel<ClientEvent> events;
    private readonly Subscriptions subscriptions = new();
    private readonly ReaderPosition reader;
    private readonly SemaphoreSlim reconnect = new(0, 1);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task running;
    private volatile ClientSession? session;

    private HotGigsClient(HotGigsClientOptions options)
    {
        this.options = options;
        reader = new ReaderPosition(options.Position);
        events = Channel.CreateBounded<ClientEvent>(new BoundedChannelOptions(options.MaxBufferedEvents) { SingleReader = true });
        running = Task.Run(RunAsync);
    }

    /// <summary>Whether there is a connection that the server has greeted.</summary>
    public bool IsConnected => session is { IsConnected: true };

    /// <summary>
    /// How far the reader has taken the feed: with <see cref="HotGigsClientOptions.Position"/> the next run goes on from
    /// here. An event counts as taken when the reader asks for the next one.
    /// </summary>
    public FeedPosition? Position => reader.Value;

    /// <summary>Begins to connect, and to come back whenever the connection is lost.</summary>
    public static HotGigsClient Start(HotGigsClientOptions options) => new(options);

    /// <summary>Everything that happens, until the client is disposed. There can be one reader.</summary>
    public async IAsyncEnumerable<ClientEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var happened in events.Reader.ReadAllAsync(cancellationToken))
        {
            yield return happened;
            if (happened is FeedEvent change)
                reader.Take(change.Position);
        }
    }

    /// <summary>Tries again at once instead of waiting, or after it was given up.</summary>
    public void Reconnect()
    {
        lock (reconnect)
        {
            if (reconnect.CurrentCount == 0)
                reconnect.Release();
        }
    }

    /// <summary>Asks to be told how a resume gets on, on this connection or, if there is none, on the next and all after it.</summary>
    /// <exception cref="HotGigsErrorException">The server refused it.</exception>
    public Task WatchResumeAsync(Guid resumeId, CancellationToken cancellationToken = default) =>
        subscriptions.AddAsync(Subscription.Of(resumeId), cancellationToken);

    /// <summary>Takes that back.</summary>
    public Task UnwatchResumeAsync(Guid resumeId, CancellationToken cancellationToken = default) =>
        subscriptions.RemoveAsync(Subscription.Of(resumeId), cancellationToken);

    /// <summary>Joins a room, on this connection or, if there is none, on the next and all after it.</summary>
    /// <exception cref="HotGigsErrorException">The server refused it.</exception>
    public Task JoinRoomAsync(string room, CancellationToken cancellationToken = default) =>
        subscriptions.AddAsync(new Subscription(SubscriptionKind.Room, room), cancellationToken);

    /// <summary>Leaves a room, and no longer asks who is in it.</summary>
    public Task LeaveRoomAsync(string room, CancellationToken cancellationToken = default) =>
        subscriptions.RemoveAsync(new Subscription(SubscriptionKind.Room, room), cancellationToken);

    /// <summary>Asks who is in a room and to be told of changes, until the room is left.</summary>
    /// <exception cref="HotGigsErrorException">The server refused it.</exception>
    public Task WatchPresenceAsync(string room, CancellationToken cancellationToken = default) =>
        subscriptions.AddAsync(new Subscription(SubscriptionKind.Presence, room), cancellationToken);

    /// <summary>Tells the others in a room that the user types, or has stopped; nobody is told without a connection.</summary>
    public Task SetTypingAsync(string room, bool isTyping, CancellationToken cancellationToken = default) =>
        subscriptions.SendAsync(connection => connection.TypingAsync(room, isTyping, cancellationToken));

    /// <summary>Says how far the reader has come, closes the connection, and ends the events.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (session is { } open)
            await open.CloseAsync();
        await running;
        reader.Dispose();
        reconnect.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var stop = stopping.Token;
        var recovery = new FeedRecovery(options.Position);
        var backoff = new Backoff(options);
        try
        {
            while (true)
            {
                session = new ClientSession(options, recovery, subscriptions, reader, backoff, events.Writer);
                var end = await session.RunAsync(stop);
                await WaitAsync(end, backoff.Next(end), backoff, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            events.Writer.Complete();
        }
        catch (Exception failure)
        {
            events.Writer.Complete(failure);
        }
    }

    private async Task WaitAsync(SessionEnd end, TimeSpan? delay, Backoff backoff, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var waited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        // What was asked for while there was a connection is done; from here on it counts.
        await reconnect.WaitAsync(TimeSpan.Zero, stop);
        var asked = reconnect.WaitAsync(waited.Token);
        var due = Task.Delay(delay ?? Timeout.InfiniteTimeSpan, options.Clock, waited.Token);
        await events.Writer.WriteAsync(new ClientDisconnected(end.CloseCode, end.Reason, delay, end.Error), stop);
        if (await Task.WhenAny(due, asked) == asked)
            backoff.Forget();
        await waited.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }
}
