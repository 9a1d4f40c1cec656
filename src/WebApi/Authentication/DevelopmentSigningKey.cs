using System.Buffers.Text;
using System.Security.Cryptography;

namespace HotGigs.WebApi.Authentication;

/// <summary>
/// The key that signs demo tokens. It is made on the first start and kept in the user's own folder, outside of any
/// checkout, so that it is never committed and tokens outlive a restart.
/// </summary>
internal static class DevelopmentSigningKey
{
    public static string GetOrCreate()
    {
        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "HotGigs");
        var path = Path.Combine(folder, "development-signing-key");
        if (File.Exists(path))
            return File.ReadAllText(path);

        Directory.CreateDirectory(folder);
        var made = Path.Combine(folder, Path.GetRandomFileName());
        File.WriteAllText(made, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(48)));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(made, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            // A whole file appears at once; of two servers that start for the first time together, one wins.
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }

        return File.ReadAllText(path);
    }
}
