using HotGigs.Application.Common;

namespace HotGigs.Infrastructure.Queues;

/// <summary>Keeps the lease of what is taken from a queue for as long as it is worked on, and stops the work where the lease ends.</summary>
/// <param name="lease">How long it lasts unless it is renewed, which is tried three times in that time.</param>
/// <param name="clock">Where the time comes from.</param>
internal sealed class LeaseKeeper(TimeSpan lease, TimeProvider clock)
{
    /// <param name="id">Of what is leased.</param>
    /// <param name="renewAsync">Prolongs the lease; throws <see cref="LeaseLostException"/> where another worker has taken over.</param>
    /// <param name="renewalFailed">Told of any other failure: the database may be back before the lease ends.</param>
    /// <param name="workAsync">The work, which is cancelled when the lease has ended or the server stops.</param>
    /// <param name="stopping">The server stops.</param>
    /// <exception cref="LeaseLostException">The lease has ended, and the work with it.</exception>
    /// <exception cref="OperationCanceledException">The work was cut off by the server's stop. The lease is still held.</exception>
    public async Task HoldAsync(
        Guid id,
        Func<CancellationToken, Task> renewAsync,
        Action<Exception> renewalFailed,
        Func<CancellationToken, Task> workAsync,
        CancellationToken stopping)
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var heartbeat = BeatAsync(renewAsync, renewalFailed, held);
        try
        {
            await workAsync(held.Token);
        }
        catch (Exception) when (held.IsCancellationRequested)
        {
            // Whatever it is called: some database clients report a cancelled command as an error of their own.
            stopping.ThrowIfCancellationRequested();
            throw new LeaseLostException(id);
        }
        finally
        {
            await held.CancelAsync();
            await heartbeat;
        }
    }

    private async Task BeatAsync(Func<CancellationToken, Task> renewAsync, Action<Exception> renewalFailed, CancellationTokenSource held)
    {
        var leasedUntil = clock.GetUtcNow() + lease;
        while (!held.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(lease / 3, clock, held.Token);
                var now = clock.GetUtcNow();
                // One that hangs must not outlast the lease.
                using var inTime = new CancellationTokenSource(TimeSpan.FromTicks(Math.Max(0, (leasedUntil - now).Ticks)), clock);
                using var renewal = CancellationTokenSource.CreateLinkedTokenSource(held.Token, inTime.Token);
                await renewAsync(renewal.Token);
                leasedUntil = now + lease;
            }
            catch (Exception) when (held.IsCancellationRequested)
            {
                // The work has ended.
            }
            catch (Exception error) when (error is LeaseLostException || clock.GetUtcNow() >= leasedUntil)
            {
                // Another worker may take over any moment: stop before the two meet.
                await held.CancelAsync();
            }
            catch (Exception error)
            {
                renewalFailed(error);
            }
        }
    }
}
