using HotGigs.Infrastructure.Persistence;
using HotGigs.Tests.Shared;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

public sealed class TogetherTests
{
    [Fact]
    public async Task Who_ask_while_an_answer_is_under_way_are_answered_together()
    {
        var groups = new List<int>();
        var gate = new TaskCompletionSource();
        var together = new Together<int, int>(
            async asks =>
            {
                groups.Add(asks.Count);
                await gate.Task;
                return [.. asks.Select(ask => ask * 2)];
            },
            limit: 4);

        var first = together.AskAsync(1, CancellationToken.None);
        await Eventually.TrueAsync(() => groups.Count == 1, text: "the first is asked alone");
        var others = Enumerable.Range(2, 6).Select(ask => together.AskAsync(ask, CancellationToken.None)).ToArray();
        gate.SetResult();

        Assert.Equal(2, await first);
        var answers = await Task.WhenAll(others);
        Assert.Equal([4, 6, 8, 10, 12, 14], answers);
        Assert.Equal([1, 4, 2], groups);
    }

    [Fact]
    public async Task Who_asks_first_does_not_answer_for_those_who_follow()
    {
        Together<int, int>? together = null;
        Task<int>? following = null;
        using var mayEnd = new ManualResetEventSlim();
        together = new Together<int, int>(
            asks =>
            {
                // All of it without a pause, as a database in the same process answers.
                following ??= together!.AskAsync(2, CancellationToken.None);
                if (asks[0] == 2)
                    mayEnd.Wait(Eventually.Deadline);
                return Task.FromResult<IReadOnlyList<int>>([.. asks]);
            },
            limit: 1);

        Assert.Equal(1, await together.AskAsync(1, CancellationToken.None).WaitAsync(Eventually.Deadline));
        mayEnd.Set();
        Assert.Equal(2, await following!);
    }

    [Fact]
    public async Task A_failure_is_that_of_those_who_were_asked_together_and_of_nobody_after()
    {
        var together = new Together<int, int>(
            asks => asks.Contains(13) ? throw new TimeoutException("No answer.") : Task.FromResult<IReadOnlyList<int>>([.. asks]), limit: 10);

        await Assert.ThrowsAsync<TimeoutException>(() => together.AskAsync(13, CancellationToken.None));
        Assert.Equal(14, await together.AskAsync(14, CancellationToken.None));
    }
}
