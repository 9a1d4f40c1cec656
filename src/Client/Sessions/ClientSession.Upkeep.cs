using System.Text.Json;

namespace HotGigs.Client;

/// <summary>What goes on beside the frames: it ends with the connection, and ends it where the server is silent.</summary>
internal sealed partial class ClientSession
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private bool askedForEpoch;
    private volatile bool cannotSync;

    /// <summary>Says up to where the reader has come and closes.</summary>
    public async Task CloseAsync()
    {
        if (connection is not { } open)
            return;
        try
        {
            if (IsConnected && options.AckInterval != Timeout.InfiniteTimeSpan && reader.Value is { Seq: > 0 } taken && IsOfThisFeed(taken))
                await open.AckAsync(taken.Seq);
        }
        catch (HotGigsClosedException)
        {
            return;
        }

        await open.CloseAsync();
    }

    // A position of a feed that is no more says nothing about this one.
    private bool IsOfThisFeed(FeedPosition taken) => taken.Epoch == recovery.Position?.Epoch;

    private void Keep(Func<Task> work)
    {
        upkeep.RemoveAll(task => task.IsCompletedSuccessfully);
        upkeep.Add(RunAsync(work));
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (TimeoutException) when (connection!.IsHeldBack)
        {
            // The answer may be there: it is this side that does not read.
        }
        catch (Exception gone) when (gone is HotGigsClosedException or OperationCanceledException)
        {
            // The connection has ended, which the frames show.
        }
        catch (HotGigsErrorException)
        {
            // It is not for this client to insist.
        }
        catch (Exception broken) when (broken is TimeoutException or InvalidDataException or JsonException)
        {
            connection!.Abort();
        }
    }

    private async Task PingAsync(TimeSpan interval)
    {
        using var timer = new PeriodicTimer(interval, options.Clock);
        while (await timer.WaitForNextTickAsync(ended))
            await RunAsync(() => PatientlyAsync(() => connection!.PingAsync(ended)));
    }

    private async Task SyncAsync(FeedPosition since)
    {
        try
        {
            // The epoch comes with the pong, and the sync follows from that.
            await PatientlyAsync(() => since.Epoch.Length == 0
                ? connection!.PingAsync(ended)
                : connection!.SyncAsync(since, ended));
        }
        catch (HotGigsErrorException)
        {
            // An older server. The pong takes this to where the frames are handled.
            cannotSync = true;
            await PatientlyAsync(() => connection!.PingAsync(ended));
        }
    }

    // The first change of a feed shows that it has an epoch now, without which nothing could be recovered.
    private void AskForEpoch()
    {
        if (recovery.Position is not { Epoch: "" } || askedForEpoch)
            return;
        askedForEpoch = true;
        Keep(() => PatientlyAsync(() => connection!.PingAsync(ended)));
    }

    private async Task AckAsync()
    {
        for (FeedPosition? told = null; ;)
        {
            if (reader.Value is { Seq: > 0 } taken && taken != told && IsOfThisFeed(taken))
            {
                await connection!.AckAsync(taken.Seq, ended);
                told = taken;
            }

            await reader.MovedAsync(ended);
            await Task.Delay(options.AckInterval, options.Clock, ended);
        }
    }

    // Until its moment the connection is as good as ever; then this client makes room for the others to come back.
    private async Task LeaveAsync()
    {
        await Task.Delay(LeftToWait() ?? TimeSpan.Zero, options.Clock, ended);
        hasLeft = true;
        await CloseAsync();
    }

    private async Task RefreshTokenAsync()
    {
        if (options.Token is not { } tokens)
            return;
        try
        {
            await connection!.RefreshTokenAsync(await tokens(ended), ended);
        }
        catch (Exception failure) when (failure is not (HotGigsClosedException or TimeoutException or OperationCanceledException))
        {
            // The server closes when the token has expired, and whoever connects then asks again and tells why not.
        }
    }

    private async Task TakeUpAsync(IReadOnlyList<Subscription> wanted)
    {
        foreach (var subscription in wanted)
        {
            try
            {
                if (subscriptions.Contains(subscription))
                    await PatientlyAsync(() => subscription.TakeUpAsync(connection!, ended));
            }
            catch (HotGigsErrorException refused)
            {
                subscriptions.Forget(subscription);
                await events.WriteAsync(new SubscriptionLost(subscription.Kind, subscription.Target, refused), ended);
            }
        }
    }

    // Comes again where the server asks for that.
    private async Task PatientlyAsync(Func<Task> ask)
    {
        while (true)
        {
            try
            {
                await ask();
                return;
            }
            catch (HotGigsErrorException busy) when (busy.Code is ErrorCodes.RateLimited or ErrorCodes.Unavailable)
            {
                await Task.Delay(busy.RetryAfter ?? RetryDelay, options.Clock, ended);
            }
        }
    }
}
