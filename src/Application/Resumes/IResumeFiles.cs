namespace HotGigs.Application.Resumes;

/// <summary>Keeps the content of uploaded documents under generated names, outside of anything that is served.</summary>
public interface IResumeFiles
{
    /// <summary>Takes in an upload. It is not stored until <see cref="IIncomingFile.KeepAsync"/>; disposing it before forgets it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="maxSize">Bytes from which it is refused.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="Common.RequestException"><c>too_large</c>: it has more than <paramref name="maxSize"/> bytes.</exception>
    Task<IIncomingFile> ReceiveAsync(Stream content, long maxSize, CancellationToken cancellationToken);

    /// <summary>Opens a stored file for reading, seekable.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    Stream Open(string storageKey);

    /// <summary>Whether there is a stored file of that name.</summary>
    bool Exists(string storageKey);

    /// <summary>The names of files that were received in a span of time, kept or not: what a killed server left behind is among them.</summary>
    IEnumerable<string> FindReceived(DateTimeOffset from, DateTimeOffset to);

    /// <summary>Removes a stored file, if it is there.</summary>
    void Delete(string storageKey);
}

/// <summary>An upload on its way into the store.</summary>
public interface IIncomingFile : IAsyncDisposable
{
    /// <summary>Its content, seekable.</summary>
    Stream Content { get; }

    /// <summary>Its size in bytes.</summary>
    long Size { get; }

    /// <summary>Stores it durably.</summary>
    /// <returns>The generated name it is stored under.</returns>
    Task<string> KeepAsync(CancellationToken cancellationToken);
}
