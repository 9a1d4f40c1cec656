namespace HotGigs.Bench.Realtime.Clients;

/// <summary>One connection of the load generator; what it receives, it hands to whoever opened it.</summary>
internal interface IClient : IAsyncDisposable
{
    /// <summary>With what code the server closed it; <c>null</c> while it has not.</summary>
    int? ClosedWith { get; }

    /// <summary>Whether it has stopped reading.</summary>
    bool IsHeld { get; }

    /// <summary>Completes once the connection has ended, whoever ended it.</summary>
    Task Ended { get; }

    /// <summary>Joins a room, and waits for the answer.</summary>
    Task JoinAsync(string room);

    /// <summary>Shows that it is there, where the server does not ask by itself.</summary>
    Task KeepAliveAsync();

    /// <summary>Reads nothing more, as a client does that hangs.</summary>
    void StopReading();

    /// <summary>Reads on.</summary>
    void ReadOn();
}
