using HotGigs.Application.Operations;
using HotGigs.Domain.Emails;
using HotGigs.Domain.GoogleDrive;
using HotGigs.Domain.Matching;
using HotGigs.Domain.Resumes;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.GoogleDrive.Storage;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Counts the head of each queue over its own index, and stops where counting stops.</summary>
internal sealed class StoredQueueFigures(Database database, EmailDispatcher mails, TimeProvider clock) : IQueueFigures
{
    public Task<QueueFigures> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(async context =>
        {
            var now = clock.GetUtcNow();
            var since = now - QueueFigures.Lately;
            var imports = await CountAsync(Imports(context.Resumes), cancellationToken);
            return new QueueFigures(
                new ImportFigures(imports.Waiting, imports.Processing, await FailedImports(context.Resumes, since).CountAsync(cancellationToken)),
                await CountAsync(Matching(context.MatchingRuns, now), cancellationToken),
                await CountAsync(GoogleDrive(context.GoogleDriveSyncs, now), cancellationToken),
                new EmailFigures(
                    await PendingMails(context.EmailDeliveries).CountAsync(cancellationToken),
                    await EndedMails(context.EmailDeliveries, EmailStatus.Sent, since).CountAsync(cancellationToken),
                    await EndedMails(context.EmailDeliveries, EmailStatus.Skipped, since).CountAsync(cancellationToken),
                    await EndedMails(context.EmailDeliveries, EmailStatus.Dead, DateTimeOffset.MinValue).CountAsync(cancellationToken),
                    mails.Outage));
        });

    // Each queue as a row of flags: whether what stands there is being worked on.

    internal static IQueryable<bool> Imports(IQueryable<Resume> all) => all
        .Where(resume => resume.AnnouncedAt == null && (resume.Status == ResumeStatus.Uploaded || resume.Status == ResumeStatus.Processing))
        .OrderBy(resume => resume.QueuedFor)
        .Take(QueueFigures.MaxCount)
        .Select(resume => resume.Status == ResumeStatus.Processing);

    internal static IQueryable<bool> Matching(IQueryable<MatchingRun> all, DateTimeOffset now) => all
        .Where(run => run.QueuedAt != null)
        .OrderBy(run => run.QueuedAt)
        .Take(QueueFigures.MaxCount)
        .Select(run => run.LeasedUntil != null && run.LeasedUntil > now);

    internal static IQueryable<bool> GoogleDrive(IQueryable<GoogleDriveSync> all, DateTimeOffset now) => all
        .Where(sync => sync.DueAt != null && sync.DueAt <= now)
        .OrderBy(sync => sync.DueAt)
        .Take(QueueFigures.MaxCount)
        .Select(sync => EF.Property<DateTimeOffset?>(sync, GoogleDriveRuns.LeasedUntil) != null
            && EF.Property<DateTimeOffset?>(sync, GoogleDriveRuns.LeasedUntil) > now);

    internal static IQueryable<Resume> FailedImports(IQueryable<Resume> all, DateTimeOffset since) => all
        .Where(resume => resume.Status == ResumeStatus.Failed && resume.ProcessingCompletedAt >= since)
        .OrderBy(resume => resume.ProcessingCompletedAt)
        .Take(QueueFigures.MaxCount);

    internal static IQueryable<EmailDelivery> PendingMails(IQueryable<EmailDelivery> all) => all
        .Where(mail => mail.Status == EmailStatus.Pending)
        .OrderBy(mail => mail.DueAt)
        .Take(QueueFigures.MaxCount);

    internal static IQueryable<EmailDelivery> EndedMails(IQueryable<EmailDelivery> all, EmailStatus status, DateTimeOffset since) => all
        .Where(mail => mail.Status == status && mail.EndedAt >= since)
        .OrderBy(mail => mail.EndedAt)
        .Take(QueueFigures.MaxCount);

    internal static IQueryable<StateCount> Counted(IQueryable<bool> isProcessing) =>
        isProcessing.GroupBy(flag => flag).Select(flags => new StateCount(flags.Key, flags.Count()));

    private static async Task<WorkFigures> CountAsync(IQueryable<bool> isProcessing, CancellationToken cancellationToken)
    {
        var counts = await Counted(isProcessing).ToDictionaryAsync(one => one.IsProcessing, one => one.Count, cancellationToken);
        return new WorkFigures(counts.GetValueOrDefault(false), counts.GetValueOrDefault(true));
    }
}

/// <summary>How many places of a queue's head are being worked on, or are not.</summary>
internal sealed record StateCount(bool IsProcessing, int Count);
