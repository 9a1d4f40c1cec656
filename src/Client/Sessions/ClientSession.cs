using System.Net;
using System.Text.Json;
using System.Threading.Channels;

namespace HotGigs.Client;

/// <summary>One connection of a client, from the try to connect to its end.</summary>
internal sealed partial class ClientSession(
    HotGigsClientOptions options,
    FeedRecovery recovery,
    Subscriptions subscriptions,
    ReaderPosition reader,
    Backoff backoff,
    ChannelWriter<ClientEvent> events)
{
    private readonly List<Task> upkeep = [];
    private IReadOnlyList<Subscription> lost = [];
    private CancellationToken ended;
    private volatile HotGigsConnection? connection;
    private volatile bool wasStable;
    private bool wasConnected;
    private (long Since, TimeSpan After)? leaving;
    private volatile bool hasLeft;

    /// <summary>Whether the server has greeted and the connection lives.</summary>
    public bool IsConnected => wasConnected && connection is { CloseCode: null };

    /// <summary>Runs until the connection has ended, or could not be made.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was asked for.</exception>
    public async Task<SessionEnd> RunAsync(CancellationToken stop)
    {
        using var greeting = new CancellationTokenSource(options.ConnectTimeout, options.Clock);
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(greeting.Token, stop);
            connection = await HotGigsConnection.ConnectAsync(options, either.Token);
        }
        catch (OperationCanceledException) when (greeting.IsCancellationRequested)
        {
            var late = new TimeoutException("The server did not answer in time.");
            return new SessionEnd(CloseCodes.Lost, late.Message, late);
        }
        catch (Exception failure)
        {
            stop.ThrowIfCancellationRequested();
            return new SessionEnd(CodeOf(failure), failure.Message, failure);
        }

        using var ending = new CancellationTokenSource();
        ended = ending.Token;
        try
        {
            stop.ThrowIfCancellationRequested();
            using var unanswered = greeting.Token.UnsafeRegister(static late => ((HotGigsConnection)late!).Abort(), connection);
            await foreach (var frame in connection.ReadFramesAsync(CancellationToken.None))
            {
                if (frame.Type == FrameTypes.Connected)
                    greeting.CancelAfter(Timeout.InfiniteTimeSpan);
                await HandleAsync(frame, stop);
            }

            // Where the server asked to leave, it is going away, whoever closes first.
            return new SessionEnd(hasLeft ? CloseCodes.GoingAway : connection.CloseCode ?? CloseCodes.Lost, connection.CloseReason)
            {
                WasConnected = wasConnected,
                WasStable = wasStable,
                ReconnectAfter = LeftToWait(),
            };
        }
        finally
        {
            subscriptions.End();
            await ending.CancelAsync();
            await connection.DisposeAsync();
            await Task.WhenAll(upkeep);
        }
    }

    private static int CodeOf(Exception failure) => failure is not HotGigsRefusedException refused ? CloseCodes.Lost : refused.Status switch
    {
        HttpStatusCode.Unauthorized => CloseCodes.Unauthenticated,
        HttpStatusCode.Forbidden => CloseCodes.Forbidden,
        HttpStatusCode.TooManyRequests => CloseCodes.RateLimited,
        HttpStatusCode.ServiceUnavailable => CloseCodes.Overloaded,
        _ => CloseCodes.Lost,
    };

    private async ValueTask HandleAsync(Frame frame, CancellationToken stop)
    {
        ClientEvent? happened;
        try
        {
            happened = EventOf(frame);
        }
        catch (JsonException)
        {
            // If it was a change of the feed, the next one shows the gap.
            happened = new UnknownFrameReceived(frame);
        }

        if (happened is not null)
            await TellAsync(happened, stop);
        while (recovery.TakeReady() is { } change)
            await TellAsync(change, stop);
        if (recovery.TakeRequest() is { } since)
            Keep(() => SyncAsync(since));
        if (lost.Count > 0)
            TakeUp();
    }

    private ClientEvent? EventOf(Frame frame)
    {
        switch (frame.Read())
        {
            case NotificationFrame created:
                recovery.Apply(created.Seq, at => FeedChanges.Of(created, at));
                AskForEpoch();
                return null;
            case NotificationUpdatedFrame updated:
                recovery.Apply(updated.Seq, at => FeedChanges.Of(updated, at));
                return null;
            case NotificationDeletedFrame deleted:
                recovery.Apply(deleted.Seq, at => FeedChanges.Of(deleted, at));
                return null;
            case SyncResultFrame page:
                recovery.Apply(page);
                return null;
            case PongFrame pong:
                wasStable = true;
                if (cannotSync)
                    recovery.GiveUp();
                recovery.Observe(pong.Epoch, pong.Seq, pong.UnreadCount);
                return null;
            case ConnectedFrame greeting:
                return Begin(greeting);
            case TokenExpiringFrame:
                Keep(RefreshTokenAsync);
                return null;
            case ReconnectFrame advice:
                leaving = (options.Clock.GetTimestamp(), TimeSpan.FromMilliseconds(Math.Max(0, advice.AfterMs)));
                Keep(LeaveAsync);
                return null;
            case ErrorFrame error:
                // One with a ref has been thrown where its message was sent.
                return frame.Fields.TryGetProperty("ref", out _) ? null : new ErrorReceived(error);
            case WatchFrame watch:
                return Withdrawn(frame, FrameTypes.Unwatched, Subscription.Of(watch.ResumeId), watch.Message);
            case MembershipFrame membership:
                return Withdrawn(frame, FrameTypes.LeftRoom, new Subscription(SubscriptionKind.Room, membership.Room), membership.Message);
            case TokenRefreshedFrame:
                return null;
            case ResumeProgressFrame progress:
                return new ResumeProgressed(progress.ResumeId, progress.Data, progress.Timestamp);
            case RoomMessageFrame message:
                return new RoomMessageReceived(message.Room, message.Data, message.Timestamp);
            case PresenceFrame presence:
                return new PresenceChanged(presence.Room, presence.Users);
            case TypingFrame typing:
                return new TypingChanged(typing.Room, typing.UserId, typing.IsTyping);
            case ReceiptFrame receipt:
                return new ReceiptReceived(receipt);
            default:
                return new UnknownFrameReceived(frame);
        }
    }

    // What was asked for is answered with a ref; what is not was taken away.
    private SubscriptionLost? Withdrawn(Frame frame, string type, Subscription subscription, string? message)
    {
        if (frame.Type != type || frame.Fields.TryGetProperty("ref", out _) || !subscriptions.Contains(subscription))
            return null;
        subscriptions.Withdraw(subscription);
        return new SubscriptionLost(
            subscription.Kind, subscription.Target, new HotGigsErrorException(ErrorCodes.Forbidden, message ?? "The right was withdrawn.", null));
    }

    private TimeSpan? LeftToWait()
    {
        if (leaving is not var (since, after))
            return null;
        var left = after - options.Clock.GetElapsedTime(since);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private ClientConnected Begin(ConnectedFrame greeting)
    {
        wasConnected = true;
        backoff.Follow(greeting.Reconnect);
        recovery.Begin(greeting.Epoch, greeting.Seq, greeting.UnreadCount);
        lost = subscriptions.Begin(connection!);
        if (greeting.PingInterval is > 0 and var seconds)
            Keep(() => PingAsync(TimeSpan.FromSeconds(seconds)));
        if (options.AckInterval != Timeout.InfiniteTimeSpan)
            Keep(AckAsync);
        return new ClientConnected(greeting);
    }

    // After the sync: what was missed in the feed comes first.
    private void TakeUp()
    {
        var wanted = lost;
        lost = [];
        Keep(() => TakeUpAsync(wanted));
    }

    private async ValueTask TellAsync(ClientEvent happened, CancellationToken stop)
    {
        // One for which there is room is told, even while stopping.
        if (!events.TryWrite(happened))
            await events.WriteAsync(happened, stop);
    }
}
