using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Users;

namespace HotGigs.Application.GoogleDrive;

/// <summary>
/// The queue of runs that the syncs' rows are. Each method is one transaction; those that take a claimed sync throw
/// <see cref="LeaseLostException"/> where another worker holds it by now.
/// </summary>
public interface IGoogleDriveRuns
{
    /// <summary>Claims the sync that has been due for longest and that nobody holds, and begins its run or goes on with it.</summary>
    /// <param name="worker">Name of the claim, unique among all of all servers.</param>
    /// <param name="lease">How long it is held unless the lease is renewed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The sync, or <c>null</c> where there is nothing to do.</returns>
    Task<GoogleDriveSync?> ClaimNextAsync(string worker, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Prolongs the lease.</summary>
    Task RenewLeaseAsync(GoogleDriveSync sync, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Which of these the run still has to deal with: new ones, changed ones, and those that could not be fetched
    /// before. What a deleted sync of the owner knew of them becomes this one's.
    /// </summary>
    Task<IReadOnlyList<GoogleDriveItem>> SelectOpenAsync(
        GoogleDriveSync sync, IReadOnlyList<GoogleDriveItem> items, CancellationToken cancellationToken);

    /// <summary>
    /// Stores what became of files: in one transaction as places in the run's batch and as dealt with. What somebody
    /// else has dealt with meanwhile is left out.
    /// </summary>
    /// <returns>Whether the run goes on; <c>false</c> where its sync was deleted meanwhile.</returns>
    Task<bool> RecordAsync(
        GoogleDriveSync sync, UserIdentity owner, IReadOnlyList<FetchedItem> fetched, CancellationToken cancellationToken);

    /// <summary>
    /// Ends the run and seals its batch, so that its end is told when its resumes are done. One that was asked for and
    /// found nothing new gets an empty batch for that. A sync that was deleted meanwhile is removed. A run that has more
    /// to do is let go of for a moment, and goes on with its batch unless its sync was switched off.
    /// </summary>
    Task EndAsync(GoogleDriveSync sync, RunEnd end, CancellationToken cancellationToken);

    /// <summary>Lets go of a sync whose run failed, for another attempt later.</summary>
    Task RetryAsync(GoogleDriveSync sync, string error, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Lets go of a sync as it is, for another server to go on at once.</summary>
    Task ReleaseAsync(GoogleDriveSync sync, CancellationToken cancellationToken);
}

/// <summary>A file that a run has dealt with.</summary>
/// <param name="Item">The file.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Received">It as a file of a batch; <c>null</c> where it was skipped.</param>
public sealed record FetchedItem(GoogleDriveItem Item, GoogleDriveOutcome Outcome, ReceivedFile? Received, string? Reason = null)
{
    /// <summary>Whether it failed as if Google were not there, which may not be its own fault.</summary>
    public bool IsOutage { get; init; }
}

/// <summary>How a run ended, or a turn of it.</summary>
/// <param name="Error">Why it did not get to the end of the folder; <c>null</c> if it did.</param>
/// <param name="SwitchOff">Whether the sync is switched off by it.</param>
/// <param name="HasMore">Whether files are left for another turn of the same run.</param>
public sealed record RunEnd(string? Error = null, bool SwitchOff = false, bool HasMore = false);
