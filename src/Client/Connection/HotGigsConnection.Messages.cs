using System.Net.WebSockets;

namespace HotGigs.Client;

/// <summary>
/// What can be sent. Whatever has an answer waits for it, and throws a <see cref="HotGigsErrorException"/> where the
/// server refuses, a <see cref="HotGigsClosedException"/> where the connection has ended, and a
/// <see cref="TimeoutException"/> where no answer comes in time.
/// </summary>
public sealed partial class HotGigsConnection
{
    /// <summary>Asks whether the server is there, and where the feed stands.</summary>
    public Task<PongFrame> PingAsync(CancellationToken cancellationToken = default) =>
        AskAsync<PongFrame>(ClientMessages.Ping, cancellationToken);

    /// <summary>Asks to be told how a resume gets on. Where it stands now comes as the next frame.</summary>
    public Task WatchResumeAsync(Guid resumeId, CancellationToken cancellationToken = default) =>
        AskAsync<WatchFrame>(id => ClientMessages.WatchResume(id, resumeId), cancellationToken);

    /// <summary>Takes that back; also if it was not watched.</summary>
    public Task UnwatchResumeAsync(Guid resumeId, CancellationToken cancellationToken = default) =>
        AskAsync<WatchFrame>(id => ClientMessages.UnwatchResume(id, resumeId), cancellationToken);

    /// <summary>Joins a room, such as <c>recruiters</c>.</summary>
    public Task JoinRoomAsync(string room, CancellationToken cancellationToken = default) =>
        AskAsync<MembershipFrame>(id => ClientMessages.JoinRoom(id, room), cancellationToken);

    /// <summary>Leaves a room; also if it was not joined.</summary>
    public Task LeaveRoomAsync(string room, CancellationToken cancellationToken = default) =>
        AskAsync<MembershipFrame>(id => ClientMessages.LeaveRoom(id, room), cancellationToken);

    /// <summary>Says up to where the feed has been received, so that it counts as delivered. It is not answered.</summary>
    public Task AckAsync(long seq, CancellationToken cancellationToken = default) =>
        SendAsync(ClientMessages.Ack(NextId(), seq), cancellationToken);

    /// <summary>Asks for what changed in the feed after a position, one page of it.</summary>
    public Task<SyncResultFrame> SyncAsync(FeedPosition since, CancellationToken cancellationToken = default) =>
        AskAsync<SyncResultFrame>(id => ClientMessages.Sync(id, since), cancellationToken);

    /// <summary>Asks who is in a room. The changes follow as frames.</summary>
    public Task<PresenceFrame> PresenceAsync(string room, CancellationToken cancellationToken = default) =>
        AskAsync<PresenceFrame>(id => ClientMessages.Presence(id, room), cancellationToken);

    /// <summary>Tells the others in a room that the user types, or has stopped. It is not answered.</summary>
    public Task TypingAsync(string room, bool isTyping, CancellationToken cancellationToken = default) =>
        SendAsync(ClientMessages.Typing(NextId(), room, isTyping), cancellationToken);

    /// <summary>Keeps the connection beyond the end of its token by another token of the same user.</summary>
    public Task RefreshTokenAsync(string token, CancellationToken cancellationToken = default) =>
        AskAsync<TokenRefreshedFrame>(id => ClientMessages.RefreshToken(id, token), cancellationToken);

    /// <summary>Sends a message that this client does not know, as JSON in UTF-8. Its answer is among the frames.</summary>
    /// <exception cref="HotGigsClosedException">The connection has ended.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken = default)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            // To cancel it half way would end the connection.
            await socket.SendAsync(json, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            Abort();
            await receiving.WaitAsync(cancellationToken);
            throw new HotGigsClosedException(CloseCode ?? CloseCodes.Lost, CloseReason);
        }
        finally
        {
            sending.Release();
        }
    }

    private long NextId() => Interlocked.Increment(ref lastId);

    private async Task<T> AskAsync<T>(Func<long, ReadOnlyMemory<byte>> message, CancellationToken cancellationToken)
        where T : FrameContent
    {
        var id = NextId();
        var answer = answers.Expect(id);
        try
        {
            await SendAsync(message(id), cancellationToken);
            return (await answer.WaitAsync(options.AnswerTimeout, options.Clock, cancellationToken)).Read() switch
            {
                T expected => expected,
                ErrorFrame error => throw new HotGigsErrorException(
                    error.Code ?? "", error.Message ?? "",
                    error.RetryAfterMs is { } delay ? TimeSpan.FromMilliseconds(delay) : null),
                _ => throw new InvalidDataException("The server answered by a frame of another type."),
            };
        }
        finally
        {
            answers.Forget(id);
        }
    }
}
