using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.GoogleDrive;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Fetches files of a Drive side by side and judges each by itself: what is wrong with one does not stop the others.</summary>
internal sealed class GoogleDriveFetch(ResumeIntake intake)
{
    /// <exception cref="GoogleDriveUnavailableException">All of several files failed as if Google were not there: then they are not to blame.</exception>
    public async Task<IReadOnlyList<FetchedItem>> FetchAsync(
        IGoogleDriveSession session, IReadOnlyList<GoogleDriveItem> items, CancellationToken cancellationToken)
    {
        var outages = 0;
        var fetched = await Task.WhenAll(items.Select(item => FetchAsync(item)));
        if (outages > 1 && outages == items.Count)
            throw new GoogleDriveUnavailableException("Google Drive does not deliver any files at the moment.");
        return fetched;

        async Task<FetchedItem> FetchAsync(GoogleDriveItem item)
        {
            if (GoogleDriveKinds.WhySkipped(item) is { } reason)
                return new FetchedItem(item, GoogleDriveOutcome.Skipped, null, reason);
            var name = GoogleDriveKinds.FileNameOf(item);
            try
            {
                await using var file = await session.FetchAsync(item, intake.MaxFileSize, cancellationToken);
                var received = await intake.TakeAsync(name, file, cancellationToken);
                return received.Document is null ? Refused(item, received) : new FetchedItem(item, GoogleDriveOutcome.Imported, received);
            }
            catch (RequestException refused) when (ResumeIntake.IsOfTheFile(refused))
            {
                return Refused(item, ResumeIntake.Refused(name, refused.Message));
            }
            catch (GoogleDriveFileException failed)
            {
                if (failed.IsOutage)
                    Interlocked.Increment(ref outages);
                return new FetchedItem(item, GoogleDriveOutcome.Failed, ResumeIntake.Refused(name, failed.Message), failed.Message);
            }
        }
    }

    private static FetchedItem Refused(GoogleDriveItem item, ReceivedFile received) =>
        new(item, GoogleDriveOutcome.Refused, received, received.Error);
}
