namespace HotGigs.Client;

/// <summary>The messages that wait for their answer, by id.</summary>
internal sealed class PendingAnswers
{
    private readonly Dictionary<long, TaskCompletionSource<Frame>> waiting = [];
    private HotGigsClosedException? end;

    /// <summary>Waits for the answer to a message that is about to be sent.</summary>
    /// <exception cref="HotGigsClosedException">The connection has ended.</exception>
    public Task<Frame> Expect(long id)
    {
        var answer = new TaskCompletionSource<Frame>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting)
        {
            if (end is not null)
                throw end;
            waiting.Add(id, answer);
        }

        return answer.Task;
    }

    public void Forget(long id)
    {
        lock (waiting)
            waiting.Remove(id);
    }

    /// <summary>Hands a frame to the one who waits for it, if it is an answer.</summary>
    public void Complete(Frame frame)
    {
        TaskCompletionSource<Frame>? answer;
        lock (waiting)
        {
            // Most of the time nobody waits, and the frame need not be searched.
            if (waiting.Count == 0 || FrameScanner.RefOf(frame.Json.Span) is not { } id || !waiting.Remove(id, out answer))
                return;
        }

        answer.TrySetResult(frame);
    }

    /// <summary>No answer will come any more.</summary>
    public void Fail(HotGigsClosedException reason)
    {
        lock (waiting)
        {
            end = reason;
            foreach (var answer in waiting.Values)
                answer.TrySetException(reason);
            waiting.Clear();
        }
    }
}
