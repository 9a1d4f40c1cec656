namespace HotGigs.Tests.Shared;

/// <summary>A folder of its own for a test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("hotgigs-").FullName;

    /// <summary>Every file in it, at any depth, relative to it.</summary>
    public IReadOnlyList<string> Files(string below = "")
    {
        var folder = System.IO.Path.Combine(Path, below);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(Path, file)).Order()]
            : [];
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Something still holds a file, as Windows allows. It lies in the system's folder for such things.
        }
    }
}
