using System.Reflection;

namespace HotGigs.Architecture.Tests;

/// <summary>The solution under test: its assemblies, and its files as they are in the repository.</summary>
internal static class Solution
{
    public static readonly Assembly Domain = typeof(Domain.Notifications.Notification).Assembly;
    public static readonly Assembly Application = typeof(Application.ApplicationRegistration).Assembly;
    public static readonly Assembly Infrastructure = typeof(Infrastructure.InfrastructureRegistration).Assembly;
    public static readonly Assembly WebApi = Assembly.Load("HotGigs.WebApi");

    public static readonly IReadOnlyList<Assembly> All = [Domain, Application, Infrastructure, WebApi];

    public static readonly string Root = FindRoot();

    public static string PathTo(string relative) => Path.Combine(Root, relative);

    /// <summary>A file's text; a file that is not there fails the test by its name.</summary>
    public static string Read(string relative)
    {
        Assert.True(File.Exists(PathTo(relative)), $"{relative} is missing.");
        return File.ReadAllText(PathTo(relative));
    }

    /// <summary>The files that people write below a folder, by their path in the repository.</summary>
    public static IEnumerable<string> SourceFiles(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(PathTo(folder), "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin" or "node_modules" or "dist" or "wwwroot"))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HotGigs.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No HotGigs.sln above {AppContext.BaseDirectory}.");
    }
}
