using HotGigs.Application.Common;
using HotGigs.Infrastructure.Queues;
using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Infrastructure.IntegrationTests.Queues;

/// <summary>Two workers never work on the same thing: the first stops before a second may begin.</summary>
public sealed class LeaseKeeperTests : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly Guid Id = Guid.Parse("0198a000-0000-7000-8000-000000000001");

    private readonly FakeTimeProvider clock = new();
    private readonly TaskCompletionSource ended = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Exception> failures = [];

    [Fact]
    public async Task A_lease_is_renewed_for_as_long_as_the_work_takes()
    {
        var renewals = 0;
        var work = HoldAsync(() => renewals++);

        for (var i = 0; i < 10; i++)
            clock.Advance(Lease / 3);
        ended.SetResult();
        await work;

        Assert.Equal(10, renewals);
    }

    [Fact]
    public async Task Work_stops_when_another_worker_has_taken_over()
    {
        var work = HoldAsync(() => throw new LeaseLostException(Id));

        clock.Advance(Lease / 3);

        await Assert.ThrowsAsync<LeaseLostException>(() => work);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_while_the_lease_lasts_and_the_work_stops_when_it_does_not()
    {
        var work = HoldAsync(() => throw new IOException("The database is away."));

        clock.Advance(Lease / 3);
        clock.Advance(Lease / 3);
        Assert.False(work.IsCompleted);
        Assert.Equal(2, failures.Count);
        clock.Advance(Lease / 3);

        await Assert.ThrowsAsync<LeaseLostException>(() => work);
    }

    [Fact]
    public async Task A_renewal_that_gets_through_in_time_keeps_the_work_going()
    {
        var tries = 0;
        var work = HoldAsync(() =>
        {
            if (++tries % 2 == 1)
                throw new IOException("The database is away.");
        });

        for (var i = 0; i < 8; i++)
            clock.Advance(Lease / 3);
        ended.SetResult();
        await work;

        Assert.Equal(4, failures.Count);
    }

    [Fact]
    public async Task Work_stops_when_the_lease_has_ended_though_a_renewal_still_hangs()
    {
        var work = HoldAsync(token => Task.Delay(Timeout.InfiniteTimeSpan, clock, token));

        clock.Advance(Lease / 3);
        clock.Advance(Lease / 2);
        Assert.False(work.IsCompleted);
        clock.Advance(Lease / 2);

        await Assert.ThrowsAsync<LeaseLostException>(() => work);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task The_end_of_the_server_is_told_apart_from_a_lost_lease()
    {
        var work = HoldAsync(() => { });

        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }

    [Fact]
    public async Task What_the_work_throws_is_thrown()
    {
        var work = HoldAsync(() => { });

        ended.SetException(new InvalidDataException("It is broken."));

        await Assert.ThrowsAsync<InvalidDataException>(() => work);
    }

    public void Dispose() => stopping.Dispose();

    private Task HoldAsync(Action renew) => HoldAsync(_ =>
    {
        renew();
        return Task.CompletedTask;
    });

    // The work ends with an error of its own when it is cancelled, as with some database clients.
    private Task HoldAsync(Func<CancellationToken, Task> renewAsync) => new LeaseKeeper(Lease, clock).HoldAsync(
        Id,
        renewAsync,
        failures.Add,
        async token =>
        {
            await using var cut = token.Register(() => ended.TrySetException(new IOException("The command was cut off.")));
            await ended.Task;
        },
        stopping.Token);
}
