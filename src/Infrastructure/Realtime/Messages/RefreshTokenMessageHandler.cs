using HotGigs.Application.Common;
using HotGigs.Application.Users;
using HotGigs.Infrastructure.Realtime.Connections;
using HotGigs.Infrastructure.Realtime.Frames;
using HotGigs.Infrastructure.Realtime.Rights;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Lets a connection go on with another token of the same user.</summary>
internal sealed class RefreshTokenMessageHandler(
    ITokenAuthenticator tokens,
    IUserDirectory users,
    RightsReview rights,
    IOptions<RealtimeOptions> options,
    TimeProvider clock) : IClientMessageHandler
{
    public string Type => "refresh_token";

    public async Task HandleAsync(ClientConnection connection, ClientMessage message, CancellationToken cancellationToken)
    {
        var renewed = await tokens.AuthenticateAsync(message.Text("token"), cancellationToken)
            ?? throw new RequestException(ErrorCode.Unauthenticated, "The token is invalid or has expired. The connection goes on with the one it has.");
        if (renewed.User.Id != connection.User.Id)
            throw new RequestException(ErrorCode.Forbidden, "This token is another user's. Connect anew to be somebody else.");

        await users.RecordAsync(renewed.User, renewed.TokenIssuedAt, cancellationToken);
        await rights.RenewAsync(connection, renewed, cancellationToken);
        connection.Enqueue(ConnectionFrames.TokenRefreshed(renewed.TokenExpiresAt - clock.GetUtcNow(), message.Ref));
        connection.WarnOfExpiry(options.Value.TokenWarning);
    }
}
