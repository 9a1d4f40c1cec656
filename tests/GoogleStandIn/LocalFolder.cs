using System.Security.Cryptography;
using System.Text;

namespace HotGigs.GoogleStandIn;

/// <summary>Shows a folder of this machine as a folder of the Drive, as it is whenever somebody asks.</summary>
internal sealed class LocalFolder(string path, Drive drive)
{
    public const string Id = "local-folder";

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = "application/pdf",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".doc"] = "application/msword",
        [".txt"] = "text/plain",
        [".md"] = "text/markdown",
        [".gdoc.docx"] = DriveFile.DocumentType,
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
    };

    /// <summary>Takes over what has changed on disk. A file keeps its id as long as it keeps its name.</summary>
    public async Task RefreshAsync()
    {
        drive.Put(new DriveFile(Id, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), DriveFile.FolderType, null, [], 1));
        var there = new HashSet<string>();
        foreach (var file in new DirectoryInfo(path).EnumerateFiles())
        {
            var id = $"local-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Name)))[..24]}";
            var content = await File.ReadAllBytesAsync(file.FullName);
            there.Add(id);
            if (drive.Find(id) is not { } known)
                drive.Put(new DriveFile(id, file.Name, KindOf(file.Name), Id, content, 1));
            else if (!known.Content.AsSpan().SequenceEqual(content))
                drive.Write(id, content);
        }

        foreach (var gone in drive.In(Id).Where(file => !there.Contains(file.Id)))
            drive.Remove(gone.Id);
    }

    private static string KindOf(string name) =>
        Kinds.Where(kind => name.EndsWith(kind.Key, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(kind => kind.Key.Length)
            .Select(kind => kind.Value)
            .FirstOrDefault("application/octet-stream");
}
