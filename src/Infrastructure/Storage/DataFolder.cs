using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.Storage;

/// <summary>The folder that holds what this server keeps on disk. Configuration key <c>Data:Folder</c>.</summary>
public sealed class DataFolder
{
    private readonly string root;

    public DataFolder(IOptions<DataFolderOptions> options)
    {
        root = Path.GetFullPath(Environment.ExpandEnvironmentVariables(options.Value.Folder));
        Directory.CreateDirectory(root);
    }

    /// <summary>The absolute path of something in the folder; an absolute path stays what it is.</summary>
    public string PathOf(string relative) => Path.Combine(root, relative);
}

/// <summary>Where data is kept. Configuration section <c>Data</c>.</summary>
public sealed class DataFolderOptions
{
    public const string Section = "Data";

    /// <summary>A path, relative to the working directory unless it is absolute.</summary>
    [System.ComponentModel.DataAnnotations.Required]
    public string Folder { get; set; } = "data";
}
