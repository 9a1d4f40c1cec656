using System.Diagnostics;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Resumes;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.Events;

/// <summary>
/// Applies events of other programs, each once per source and id, in the order given. All are looked at before any
/// is applied: if one cannot be, none is. Refuses with <c>validation_failed</c> or <c>conflict</c>.
/// </summary>
public sealed record ApplyEvents(IReadOnlyList<IncomingEvent> Events) : IRequest<AppliedEvents>;

/// <summary>What became of events.</summary>
/// <param name="Accepted">Those that have been applied.</param>
/// <param name="Duplicates">Those that had been applied before.</param>
public sealed record AppliedEvents(int Accepted, int Duplicates);

/// <remarks>
/// The effect comes first and the record of it second. Whoever dies in between leaves an event that is sent again
/// and applied again, which changes nothing: a notification is told once per deduplication key, and a resume never
/// goes back. The record decides which one of several at the same moment was the one that counts.
/// </remarks>
internal sealed partial class ApplyEventsHandler(
    IReceivedEvents received, ITrackedResumes resumes, CommandValidation validation, IMediator mediator, ILogger<ApplyEventsHandler> logger)
    : IRequestHandler<ApplyEvents, AppliedEvents>
{
    /// <summary>Notifications that are asked for at once: whoever wants something else stored comes in after these, not after all.</summary>
    private const int MaxTogether = 20;

    public async Task<AppliedEvents> Handle(ApplyEvents request, CancellationToken cancellationToken)
    {
        await ValidateAsync(request.Events, cancellationToken);

        // Of several with the same source and id, the first one counts.
        var distinct = request.Events.DistinctBy(one => one.Cause).ToList();
        var known = await received.FindAsync([.. distinct.Select(one => one.Cause)], cancellationToken);
        var due = distinct.Where(one => !known.Contains(one.Cause)).ToList();
        await EnsureFollowableAsync(due, cancellationToken);

        await ApplyAllAsync(due, cancellationToken);
        var accepted = await received.RecordAsync([.. due.Select(one => one.Cause)], cancellationToken);

        var applied = new AppliedEvents(accepted, request.Events.Count - accepted);
        LogApplied(applied.Accepted, applied.Duplicates);
        return applied;
    }

    private async Task ValidateAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        foreach (var one in events)
        {
            var path = $"{one.Path}data.";
            if (one.Report is { } report)
                await validation.ValidateAsync(report, path, errors, cancellationToken);
            if (one.Notification is { } notification)
                await validation.ValidateAsync(notification, path, errors, cancellationToken);
        }

        errors.ThrowIfAny();
    }

    /// <summary>Finds out beforehand what <see cref="ReportResume"/> would be refused for.</summary>
    private async Task EnsureFollowableAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellationToken)
    {
        var reports = events.Where(one => one.Report is not null).Select(one => (one.Path, Report: one.Report!)).ToList();
        var stored = await resumes.FindElsewhereAsync([.. reports.Select(one => one.Report.ResumeId).Distinct()], cancellationToken);
        var isElsewhere = stored.ToDictionary(resume => resume.Key, resume => (bool?)resume.Value);
        var errors = new FieldErrors();
        var conflicts = new FieldErrors();
        foreach (var (path, report) in reports)
        {
            var known = isElsewhere.GetValueOrDefault(report.ResumeId);
            foreach (var (field, message) in report.ObstaclesGiven(known))
                (known is null ? errors : conflicts).Add($"{path}data.{field}", message);
            // Those after it in the batch need not say it again.
            isElsewhere[report.ResumeId] = known ?? true;
        }

        errors.ThrowIfAny();
        conflicts.ThrowIfAny(ErrorCode.Conflict);
    }

    /// <remarks>
    /// What is told to one user is asked for in the order of the events without waiting for each to be stored, so that
    /// many share a commit. It is told in that order all the same: feeds are written first come, first served.
    /// </remarks>
    private async Task ApplyAllAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellationToken)
    {
        var telling = new List<Task>();
        try
        {
            foreach (var one in events)
            {
                if (one.Report is { } report)
                    await InTraceOfAsync(one, () => mediator.Send(report, cancellationToken));
                if (one.Notification is not { } notification || one.TellsNobody)
                    continue;
                if (notification.Audience is not Audience.OneUser)
                    await FinishAsync(telling);
                telling.Add(InTraceOfAsync(one, () => mediator.Send<NotifyResult>(notification, cancellationToken)));
                if (notification.Audience is not Audience.OneUser || telling.Count >= MaxTogether)
                    await FinishAsync(telling);
            }
        }
        finally
        {
            await FinishAsync(telling);
        }
    }

    /// <summary>Goes on with the trace in which the event was made, if it tells; the request it came by is linked.</summary>
    private static async Task InTraceOfAsync<T>(IncomingEvent one, Func<Task<T>> apply)
    {
        using var activity = one.Trace == default ? null : Tracing.Source.StartActivity(
            "apply event", ActivityKind.Consumer, one.Trace, links: Activity.Current is { } request ? [new ActivityLink(request.Context)] : null);
        await apply();
    }

    private static async Task FinishAsync(List<Task> telling)
    {
        await Task.WhenAll(telling);
        telling.Clear();
    }

    [LoggerMessage(3500, LogLevel.Debug, "{Accepted} events were applied, {Duplicates} had been before")]
    private partial void LogApplied(int accepted, int duplicates);
}
