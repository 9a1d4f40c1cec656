using HotGigs.Application.Resumes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HotGigs.Infrastructure.Resumes;

/// <summary>
/// Removes uploaded files that belong to no resume: a server that was killed between storing a file and its resume
/// leaves them behind, and they hold personal data.
/// </summary>
internal sealed partial class OrphanedFileSweeper(
    IResumeFiles files, IResumeStore resumes, TimeProvider clock, ILogger<OrphanedFileSweeper> logger) : BackgroundService
{
    private const int FilesPerLook = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Younger files may belong to an upload that is under way: the first of a bulk upload wait for its last.</summary>
    private static readonly TimeSpan MinAge = ResumeImportOptions.MaxUploadTime + TimeSpan.FromHours(1);

    /// <summary>Older files have been looked at, unless no server ran for as long.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            do
                await TrySweepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>How many files were removed.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var removed = 0;
        foreach (var keys in files.FindReceived(now - MaxAge, now - MinAge).Chunk(FilesPerLook))
        {
            var owned = await resumes.FindStorageKeysAsync(keys, cancellationToken);
            foreach (var orphan in keys.Where(key => !owned.Contains(key)))
            {
                files.Delete(orphan);
                removed++;
            }
        }

        return removed;
    }

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await SweepAsync(cancellationToken) is > 0 and var removed)
                LogRemoved(removed);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error);
        }
    }

    [LoggerMessage(3010, LogLevel.Information, "Removed {Count} uploaded files that belong to no resume")]
    private partial void LogRemoved(int count);

    [LoggerMessage(3011, LogLevel.Warning, "Looking for uploaded files that belong to no resume failed; trying again later")]
    private partial void LogFailed(Exception error);
}
