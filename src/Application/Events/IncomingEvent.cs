using System.Diagnostics;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Resumes;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Events;

/// <summary>An event of another program that has been read, and what is to be done about it. Doing that again changes nothing.</summary>
/// <param name="Path">Where it stands in what was sent: empty for one event, <c>[3].</c> in a batch.</param>
/// <param name="Cause">Its source and id, by which it is told from all others.</param>
public sealed record IncomingEvent(string Path, NotificationCause Cause)
{
    /// <summary>The trace it was made in, by the distributed tracing extension of CloudEvents; default where it says none that can be read.</summary>
    internal ActivityContext Trace { get; init; }

    /// <summary>Where a resume stands, if that is what it reports.</summary>
    internal ReportResume? Report { get; init; }

    /// <summary>Whom to tell what.</summary>
    internal NotifyCommand? Notification { get; init; }

    /// <summary>Whether it is well-formed but not worth telling: its notification is only validated.</summary>
    internal bool TellsNobody { get; init; }
}
