using HotGigs.IdentityProvider;

if (args is [var first, ..] && !int.TryParse(first, out _))
{
    Console.Error.WriteLine("Usage: [port]");
    return 1;
}

await using var provider = await ProviderServer.StartAsync(
    [
        new Account("erin", "Erin Recruiter", "erin@example.com", "recruiter"),
        new Account("ada", "Ada Admin", "ada@example.com", "admin"),
        new Account("kim", "Kim Candidate", "kim@example.com", "candidate"),
        new Account("nora", "Nora Newcomer", "nora@example.com"),
    ],
    $"http://127.0.0.1:{(args.Length > 0 ? args[0] : "0")}");

Console.WriteLine("Start the server with");
Console.WriteLine($"  dotnet run --project src/WebApi -- {string.Join(' ', provider.Settings
    .Where(setting => setting.Value is not null).Select(setting => $"\"--{setting.Key}={setting.Value}\""))}");
await Task.Delay(Timeout.Infinite);
return 0;
