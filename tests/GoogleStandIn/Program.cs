using HotGigs.GoogleStandIn;

// dotnet run --project tests/GoogleStandIn -- FOLDER [PORT]
if (args is not [var folder, ..] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("Say which folder of this machine is to be the Google Drive: dotnet run --project tests/GoogleStandIn -- FOLDER [PORT]");
    return 1;
}

await using var server = await GoogleServer.StartAsync($"http://127.0.0.1:{(args is [_, var port, ..] ? port : "8099")}");
var local = new LocalFolder(folder, server.Drive);
await local.RefreshAsync();
server.Trouble = async _ =>
{
    await local.RefreshAsync();
    return null;
};

Console.WriteLine($"A stand-in for Google listens on {server.Address}. Start HotGigs with");
foreach (var (key, value) in server.Settings)
    Console.WriteLine($"  --{key}=\"{value}\"");
Console.WriteLine($"and set up the folder \"{LocalFolder.Id}\". Ctrl+C ends this.");

var ended = new TaskCompletionSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    ended.TrySetResult();
};
await ended.Task;
return 0;
