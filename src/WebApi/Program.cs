using HotGigs.WebApi;

// Taken out, because the configuration would read the argument after it as its value.
var app = HotGigsApplication.Build([.. args.Where(arg => arg != "--migrate")]);
if (args.Contains("--migrate"))
{
    var applied = await app.MigrateAsync();
    Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
    return;
}

await app.PrepareAsync();
await app.RunAsync();
