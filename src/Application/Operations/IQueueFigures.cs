namespace HotGigs.Application.Operations;

/// <summary>Counts what waits in the queues, at a cost that has a bound however long they are.</summary>
public interface IQueueFigures
{
    /// <summary>Each figure is right at some moment just now; they need not agree with each other.</summary>
    Task<QueueFigures> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>What waits in the queues. No count goes beyond <see cref="MaxCount"/>: that many means that many or more.</summary>
/// <param name="Imports">Resumes.</param>
/// <param name="Matching">Jobs and candidates to be compared.</param>
/// <param name="GoogleDrive">Runs of Google Drive syncs that are due.</param>
/// <param name="Emails">Mails.</param>
public sealed record QueueFigures(ImportFigures Imports, WorkFigures Matching, WorkFigures GoogleDrive, EmailFigures Emails)
{
    /// <summary>Where counting stops.</summary>
    public const int MaxCount = 10_000;

    /// <summary>How far back ended work counts.</summary>
    public static TimeSpan Lately { get; } = TimeSpan.FromDays(1);
}

/// <summary>How a queue of work stands.</summary>
/// <param name="Waiting">For a worker.</param>
/// <param name="Processing">In a worker's hands.</param>
public sealed record WorkFigures(int Waiting, int Processing);

/// <summary>How the imports of resumes stand.</summary>
/// <param name="Waiting">For a worker.</param>
/// <param name="Processing">Begun, and not at their end.</param>
/// <param name="Failed">Ended without a candidate within <see cref="QueueFigures.Lately"/>.</param>
public sealed record ImportFigures(int Waiting, int Processing, int Failed);

/// <summary>How the mails stand.</summary>
/// <param name="Pending">To be sent when they are due.</param>
/// <param name="Sent">Taken by the mail server within <see cref="QueueFigures.Lately"/>.</param>
/// <param name="Skipped">Not needed any more when they were due, within <see cref="QueueFigures.Lately"/>.</param>
/// <param name="Dead">Given up, however long ago, and still kept.</param>
/// <param name="Outage">Why this server can send no mail at all right now; <c>null</c> if it can.</param>
public sealed record EmailFigures(int Pending, int Sent, int Skipped, int Dead, string? Outage);
