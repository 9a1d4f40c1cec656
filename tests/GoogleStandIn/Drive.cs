using System.Collections.Concurrent;

namespace HotGigs.GoogleStandIn;

/// <summary>The files and folders of one Google account.</summary>
public sealed class Drive
{
    private readonly ConcurrentDictionary<string, DriveFile> files = new();
    private int made;

    /// <summary>The address of the account.</summary>
    public string Email { get; set; } = "someone@drive.example";

    /// <returns>The id of a new, empty folder.</returns>
    public string AddFolder(string name = "Resumes", string? parentId = null) => Add(name, DriveFile.FolderType, [], parentId);

    /// <returns>The id of a new file.</returns>
    public string Add(string name, string mimeType, byte[] content, string? parentId)
    {
        var id = $"drive-{Interlocked.Increment(ref made):D6}-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        files[id] = new DriveFile(id, name, mimeType, parentId, content, 1);
        return id;
    }

    /// <summary>Puts a file with an id of the caller's choice.</summary>
    public void Put(DriveFile file) => files[file.Id] = file;

    /// <summary>Changes the content of a file: a new revision.</summary>
    public void Write(string id, byte[] content) => Change(id, file => file with { Content = content, Revision = file.Revision + 1 });

    /// <summary>Changes something else about it: the revision stays.</summary>
    public void Change(string id, Func<DriveFile, DriveFile> change) => files[id] = change(files[id]);

    public void Remove(string id) => files.TryRemove(id, out _);

    public DriveFile? Find(string id) => files.GetValueOrDefault(id);

    /// <summary>What lies in a folder and not in the trash, in an order that stays.</summary>
    public IReadOnlyList<DriveFile> In(string folderId) =>
        [.. files.Values.Where(file => file.ParentId == folderId && !file.IsTrashed).OrderBy(file => file.Id, StringComparer.Ordinal)];
}
