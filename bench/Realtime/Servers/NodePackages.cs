using System.ComponentModel;

namespace HotGigs.Bench.Realtime.Servers;

/// <summary>The packages of the peers in Node, as their lock file has them.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(BenchServer.Root, "bench", "Peers", "node");

    /// <summary>Installs them, unless they are there.</summary>
    /// <returns>Why that could not be done; <c>null</c> where it could.</returns>
    public static async Task<string?> InstallAsync()
    {
        try
        {
            await ServerProcess.RunAsync(["node", "--version"], Folder);
            var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
                await ServerProcess.RunAsync(["npm", "ci", "--no-audit", "--no-fund"], Folder);
            return null;
        }
        catch (Win32Exception missing)
        {
            return $"Node is not installed ({missing.Message}).";
        }
        catch (InvalidOperationException failure)
        {
            return $"its packages could not be installed: {failure.Message}";
        }
    }
}
