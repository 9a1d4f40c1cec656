namespace HotGigs.Client;

/// <summary>Where and as whom to connect.</summary>
public class HotGigsConnectionOptions
{
    /// <summary>The site, such as <c>https://hotgigs.example</c>; a path is kept.</summary>
    public required Uri Server { get; init; }

    /// <summary>Gives the JWT, which is sent as <c>Authorization: Bearer</c>. Not sent where there is a <see cref="Ticket"/>.</summary>
    public Func<CancellationToken, ValueTask<string>>? Token { get; init; }

    /// <summary>Gives a ticket of <c>POST /ws/ticket</c> that has not been used, for a client that shall hold no JWT.</summary>
    public Func<CancellationToken, ValueTask<string>>? Ticket { get; init; }

    /// <summary>Whether the server may send several frames as one; they are unpacked.</summary>
    public bool Batch { get; init; }

    /// <summary>
    /// How many frames wait for their reader. Beyond that the socket is not read, until the server has too much to send
    /// and closes with 4440.
    /// </summary>
    public int MaxBufferedFrames { get; init; } = 1_000;

    /// <summary>What is larger ends the connection with 1009.</summary>
    public int MaxFrameBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long to wait for an answer.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Makes the handshake, with proxy, certificates or local addresses of one's own. It is shared, and not disposed.</summary>
    public HttpMessageInvoker? Http { get; init; }

    /// <summary>What all times are measured by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
