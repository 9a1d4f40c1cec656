using System.Text.Json;
using HotGigs.Bench.SignalR;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSingleton<IUserIdProvider, UserOfQuery>();
builder.Services.AddSignalR(hub =>
{
    hub.KeepAliveInterval = TimeSpan.FromSeconds(30);
    hub.ClientTimeoutInterval = TimeSpan.FromSeconds(75);
});
var app = builder.Build();
app.MapHub<RoomHub>("/ws", options => options.Transports = HttpTransportType.WebSockets);
app.MapPost("/rooms/{name}", async (string name, JsonElement body, IHubContext<RoomHub> hub) =>
{
    await hub.Clients.Group(name).SendAsync("room_message", body);
    return Results.Accepted();
});
app.MapPost("/users/{name}", async (string name, JsonElement body, IHubContext<RoomHub> hub) =>
{
    await hub.Clients.User(name).SendAsync("room_message", body);
    return Results.Accepted();
});
await app.RunAsync();
