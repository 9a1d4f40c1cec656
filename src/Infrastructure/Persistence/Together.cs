namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// Answers all who ask at about the same time with one go at the database. While one is under way the others gather
/// for the next, so nobody waits for company: who asks alone is answered at once, and a thousand who connect together
/// cost a few queries. What is answered was read after it was asked for.
/// </summary>
/// <param name="answer">Answers many, each at the place of its question.</param>
/// <param name="limit">How many go together at most.</param>
internal sealed class Together<TAsk, TAnswer>(Func<IReadOnlyList<TAsk>, Task<IReadOnlyList<TAnswer>>> answer, int limit)
{
    private readonly Lock gate = new();
    private readonly Queue<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)> waiting = new();
    private bool isAnswering;

    /// <exception cref="Exception">Whatever went wrong for all who were asked together.</exception>
    public Task<TAnswer> AskAsync(TAsk ask, CancellationToken cancellationToken)
    {
        var completion = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Enqueue((ask, completion));
            if (isAnswering)
                return completion.Task.WaitAsync(cancellationToken);
            isAnswering = true;
        }

        // Not on the thread of who asks first, which would answer for all who come after it, nor within its trace.
        ThreadPool.UnsafeQueueUserWorkItem(static all => _ = all.AnswerAllAsync(), this, preferLocal: false);
        return completion.Task.WaitAsync(cancellationToken);
    }

    private async Task AnswerAllAsync()
    {
        while (true)
        {
            var group = new List<(TAsk Ask, TaskCompletionSource<TAnswer> Answer)>();
            lock (gate)
            {
                while (group.Count < limit && waiting.TryDequeue(out var next))
                    group.Add(next);
                if (group.Count == 0)
                {
                    isAnswering = false;
                    return;
                }
            }

            try
            {
                var answers = await answer([.. group.Select(one => one.Ask)]);
                for (var i = 0; i < group.Count; i++)
                    group[i].Answer.SetResult(answers[i]);
            }
            catch (Exception failure)
            {
                foreach (var one in group)
                    one.Answer.TrySetException(failure);
            }
        }
    }
}
