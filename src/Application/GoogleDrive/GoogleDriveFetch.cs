using HotGigs.Application.Common;
using HotGigs.Application.Resumes;
using HotGigs.Domain.GoogleDrive;

namespace HotGigs.Application.GoogleDrive;

/// <summary>Fetches files of a Drive side by side and judges each by itself: what is wrong with one does not stop the others.</summary>
internal sealed class GoogleDriveFetch(ResumeIntake intake)
{
    /// <exception cref="GoogleDriveUnavailableException">Google asks to slow down, or gives no token.</exception>
    public async Task<IReadOnlyList<FetchedItem>> FetchAsync(
        IGoogleDriveSession session, IReadOnlyList<GoogleDriveItem> items, CancellationToken cancellationToken)
    {
        return await Task.WhenAll(items.Select(item => FetchAsync(item)));

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
                return new FetchedItem(item, GoogleDriveOutcome.Failed, ResumeIntake.Refused(name, failed.Message), failed.Message)
                {
                    IsOutage = failed.IsOutage,
                };
            }
        }
    }

    private static FetchedItem Refused(GoogleDriveItem item, ReceivedFile received) =>
        new(item, GoogleDriveOutcome.Refused, received, received.Error);
}
