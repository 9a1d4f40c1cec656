using System.Reflection;

namespace HotGigs.Tests.Shared.Servers;

/// <summary>What a test server is started with, unless a test says otherwise.</summary>
public static class ServerSettings
{
    /// <summary>Signs the tokens of all test servers.</summary>
    public const string SigningKey = "a key that signs the tokens of test servers";

    /// <summary>The server's own folder in the checkout: its settings and its pages.</summary>
    public static string WebApiFolder { get; } = typeof(ServerSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "WebApiFolder").Value!;

    /// <summary>The command line: a Development server on a free port of this machine.</summary>
    /// <param name="dataFolder">Absolute path of the folder it keeps everything in.</param>
    /// <param name="changes">Settings by name, such as <c>Jwt:SigningKey</c>; <c>null</c> takes one away.</param>
    public static string[] Arguments(string dataFolder, IReadOnlyDictionary<string, string?>? changes = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["environment"] = "Development",
            ["contentRoot"] = WebApiFolder,
            ["urls"] = "http://127.0.0.1:0",
            ["Data:Folder"] = dataFolder,
            ["Jwt:SigningKey"] = SigningKey,
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        };
        foreach (var (name, value) in changes ?? new Dictionary<string, string?>())
            settings[name] = value;
        return [.. settings.Where(setting => setting.Value is not null).Select(setting => $"--{setting.Key}={setting.Value}")];
    }
}
