using Microsoft.AspNetCore.SignalR;

namespace HotGigs.Bench.SignalR;

/// <summary>A hub with groups, as SignalR's own guide has it.</summary>
internal sealed class RoomHub : Hub
{
    /// <summary>Puts the caller into a group.</summary>
    public Task Join(string room) => Groups.AddToGroupAsync(Context.ConnectionId, room);
}

/// <summary>Takes the user from the address: authentication is not what is measured.</summary>
internal sealed class UserOfQuery : IUserIdProvider
{
    public string? GetUserId(HubConnectionContext connection) => connection.GetHttpContext()?.Request.Query["user"];
}
