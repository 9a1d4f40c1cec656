using System.Net.WebSockets;

namespace HotGigs.Infrastructure.Realtime.Connections;

/// <summary>
/// Empties one connection's queue into its socket, the close frame included: everything that is written goes through
/// here. It runs on the thread pool only while there is something to write; a parked task per connection would cost
/// every idle one a kilobyte.
/// </summary>
internal sealed class SocketWriter(WebSocket socket, OutboundQueue queue, TimeProvider clock) : IThreadPoolWorkItem
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long sendingSince;
    private CloseCode closeCode;
    private string closeReason = "";

    /// <summary>Completes once nothing will be written any more.</summary>
    public Task Completion => completion.Task;

    /// <summary>Whether one write has been going on for longer than <paramref name="limit"/>.</summary>
    public bool IsStuck(TimeSpan limit) =>
        Volatile.Read(ref sendingSince) is not 0 and var since && clock.GetElapsedTime(since) > limit;

    /// <summary>Starts writing. Only for whom the queue has told to.</summary>
    public void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Says what the close frame will hold. To be called before the queue is completed.</summary>
    public void CloseWith(CloseCode code, string reason) => (closeCode, closeReason) = (code, reason);

    void IThreadPoolWorkItem.Execute() => _ = WriteAsync();

    private async Task WriteAsync()
    {
        try
        {
            QueueTurn turn;
            while ((turn = queue.Next(out var frame)) == QueueTurn.Send)
            {
                Volatile.Write(ref sendingSince, clock.GetTimestamp());
                await socket.SendAsync(frame!.Utf8, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, CancellationToken.None);
                Volatile.Write(ref sendingSince, 0);
            }

            if (turn == QueueTurn.Rest)
                return;

            await socket.CloseOutputAsync((WebSocketCloseStatus)closeCode, closeReason, CancellationToken.None);
        }
        catch (Exception)
        {
            // The client is gone, or was aborted while it stood still; the receiving side learns it the same way.
            queue.Complete(discard: true);
            // Unless that has already ended: after a breach of the protocol WebSocket itself has sent the close frame,
            // and an abort would throw that away on the network.
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                socket.Abort();
        }

        completion.TrySetResult();
    }
}
