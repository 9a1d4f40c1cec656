namespace HotGigs.Domain.Matching;

/// <summary>
/// The comparison of one job with all candidates, or of one candidate with all open jobs: its place in the queue, how
/// far it has come, and when the last one was.
/// </summary>
public sealed class MatchingRun
{
    private MatchingRun()
    {
    }

    /// <summary>Id of the job or of the candidate.</summary>
    public Guid SubjectId { get; private set; }

    public MatchingSubject Subject { get; private set; }

    /// <summary>Since when it waits or is under way; <c>null</c> where there is nothing to do.</summary>
    public DateTimeOffset? QueuedAt { get; private set; }

    /// <summary>Only what has changed since then is compared; <c>null</c> for everything.</summary>
    public DateTimeOffset? ChangedSince { get; private set; }

    /// <summary>The last one that it was compared with; <c>null</c> at the beginning.</summary>
    public Guid? Position { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When the last one that came to its end had started.</summary>
    public DateTimeOffset? LastRunAt { get; private set; }

    /// <summary>The worker that claimed it last. Only that one may store changes.</summary>
    public string? ClaimedBy { get; private set; }

    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>How often it failed in a row.</summary>
    public int Faults { get; private set; }

    public long Version { get; private set; }

    public static MatchingRun Of(MatchingSubject subject, Guid subjectId) => new() { Subject = subject, SubjectId = subjectId };

    /// <summary>
    /// Asks for a run. One over everything that is under way starts over, and whoever works on it loses it: it
    /// compares with what was true before.
    /// </summary>
    /// <param name="everything">Otherwise only what has changed since the last run, which one that waits already does.</param>
    /// <param name="now">When.</param>
    public void Queue(bool everything, DateTimeOffset now)
    {
        if (!everything && QueuedAt is not null)
            return;
        ChangedSince = everything ? null : LastRunAt;
        // One that is asked for again and again must not wait for ever.
        QueuedAt ??= now;
        (Position, StartedAt, ClaimedBy, LeasedUntil, Faults) = (null, null, null, null, 0);
        Version++;
    }

    /// <summary>A worker takes it, from where the last one left it.</summary>
    public void Claim(string worker, DateTimeOffset leasedUntil, DateTimeOffset now)
    {
        (ClaimedBy, LeasedUntil) = (worker, leasedUntil);
        StartedAt ??= now;
        Version++;
    }

    /// <summary>Remembers how far it has come, and holds it longer.</summary>
    public void Advance(Guid position, DateTimeOffset leasedUntil)
    {
        (Position, LeasedUntil, Faults) = (position, leasedUntil, 0);
        Version++;
    }

    /// <summary>Lets go of it, for another attempt to go on from where it stands.</summary>
    public void Release(DateTimeOffset until, bool failed)
    {
        (ClaimedBy, LeasedUntil) = (null, until);
        if (failed)
            Faults++;
        Version++;
    }

    /// <summary>It has come to its end.</summary>
    public void Complete()
    {
        LastRunAt = StartedAt;
        (QueuedAt, ChangedSince, Position, StartedAt, ClaimedBy, LeasedUntil, Faults) = (null, null, null, null, null, null, 0);
        Version++;
    }
}
