namespace HotGigs.Client;

/// <summary>What a client is subscribed to, whether it is connected or not.</summary>
internal sealed class Subscriptions
{
    private readonly Lock guard = new();
    private readonly HashSet<Subscription> wanted = [];
    private HotGigsConnection? connection;

    /// <summary>From now on they are taken up on this connection.</summary>
    /// <returns>Those that there are.</returns>
    public IReadOnlyList<Subscription> Begin(HotGigsConnection current)
    {
        lock (guard)
        {
            connection = current;
            return [.. wanted.OrderBy(one => one.Kind)];
        }
    }

    /// <summary>There is no connection.</summary>
    public void End()
    {
        lock (guard)
            connection = null;
    }

    /// <summary>Subscribes now, or as soon as there is a connection.</summary>
    /// <exception cref="HotGigsErrorException">The server refused it.</exception>
    public async Task AddAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        bool isNew;
        HotGigsConnection? current;
        lock (guard)
        {
            isNew = wanted.Add(subscription);
            current = connection;
        }

        try
        {
            if (current is not null)
                await subscription.TakeUpAsync(current, cancellationToken);
        }
        catch (HotGigsClosedException)
        {
            // The next connection takes it up.
        }
        catch (HotGigsErrorException)
        {
            // One that was there before goes on: it was granted then.
            if (isNew)
                Forget(subscription);
            throw;
        }
    }

    public async Task RemoveAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        HotGigsConnection? current;
        lock (guard)
        {
            Drop(subscription);
            current = connection;
        }

        try
        {
            if (current is not null)
                await subscription.GiveUpAsync(current, cancellationToken);
        }
        catch (HotGigsClosedException)
        {
            // It has ended with its connection.
        }
    }

    /// <summary>Sends what matters only now, if there is a connection.</summary>
    public async Task SendAsync(Func<HotGigsConnection, Task> send)
    {
        HotGigsConnection? current;
        lock (guard)
            current = connection;
        try
        {
            if (current is not null)
                await send(current);
        }
        catch (HotGigsClosedException)
        {
            // It matters no more.
        }
    }

    /// <summary>The server has taken it away.</summary>
    public void Withdraw(Subscription subscription)
    {
        lock (guard)
            Drop(subscription);
    }

    public void Forget(Subscription subscription)
    {
        lock (guard)
            wanted.Remove(subscription);
    }

    public bool Contains(Subscription subscription)
    {
        lock (guard)
            return wanted.Contains(subscription);
    }

    // With a room goes what was asked about it.
    private void Drop(Subscription subscription)
    {
        wanted.Remove(subscription);
        if (subscription.Kind == SubscriptionKind.Room)
            wanted.Remove(new Subscription(SubscriptionKind.Presence, subscription.Target));
    }
}
