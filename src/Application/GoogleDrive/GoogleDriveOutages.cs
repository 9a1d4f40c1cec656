namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// Judges in the course of a run whether files fail or Google does. A file that failed as if Google were not there is
/// held back until another one was delivered: only that shows that it was the file.
/// </summary>
internal sealed class GoogleDriveOutages
{
    /// <summary>So many in a row are not by chance.</summary>
    private const int MaxInARow = 10;

    private readonly List<FetchedItem> heldBack = [];

    /// <summary>Takes in files as they were fetched.</summary>
    /// <returns>Those of which it is certain what became of them, earlier ones included.</returns>
    /// <exception cref="GoogleDriveUnavailableException">Google delivers nothing.</exception>
    public IReadOnlyList<FetchedItem> Judge(IReadOnlyList<FetchedItem> fetched)
    {
        heldBack.AddRange(fetched.Where(one => one.IsOutage));
        var certain = fetched.Where(one => !one.IsOutage).ToList();
        // Nobody asks Google for what is skipped.
        if (certain.Exists(one => one.Received is not null))
            return [.. Release(), .. certain];
        if (heldBack.Count >= MaxInARow)
            throw NothingDelivered();
        return certain;
    }

    /// <summary>Nothing more comes.</summary>
    /// <param name="isPatient">Whether what is held back may be tried again later, rather than count as failed.</param>
    /// <exception cref="GoogleDriveUnavailableException">Some are held back, and there is patience.</exception>
    public IReadOnlyList<FetchedItem> End(bool isPatient) =>
        isPatient && heldBack.Count > 0 ? throw NothingDelivered() : Release();

    private static GoogleDriveUnavailableException NothingDelivered() => new("Google Drive does not deliver any files at the moment.");

    private List<FetchedItem> Release()
    {
        List<FetchedItem> released = [.. heldBack];
        heldBack.Clear();
        return released;
    }
}
