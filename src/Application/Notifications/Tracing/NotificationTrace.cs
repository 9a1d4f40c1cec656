using System.Text.Json.Serialization;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Tracing;

/// <summary>Why a notification came, by which delivery channels, and why not by others.</summary>
/// <param name="Decisions">One for each delivery channel.</param>
/// <param name="Attempts">Each try to deliver it that is known, oldest first.</param>
public sealed record NotificationTrace(
    Guid NotificationId, CauseDto CausedBy, IReadOnlyList<DecisionDto> Decisions, IReadOnlyList<AttemptDto> Attempts)
{
    internal static NotificationTrace Of(TracedNotification traced) => new(
        traced.Id,
        CauseDto.Of(traced.Cause),
        DecisionDto.Of(traced.Decisions, traced.DecidedAt),
        [.. AttemptsOf(traced).OrderBy(attempt => attempt.At)]);

    private static IEnumerable<AttemptDto> AttemptsOf(TracedNotification traced)
    {
        if (traced.DeliveredAt is { } at)
            yield return new AttemptDto(DeliveryChannels.InApp.ToWireName(), at, "delivered", null);
        if (traced.Mail is not { } mail)
            yield break;

        var email = DeliveryChannels.Email.ToWireName();
        foreach (var attempt in mail.Attempts)
            yield return new AttemptDto(email, attempt.At, attempt.Error is null ? "sent" : "failed", attempt.Error);
        if (mail is { Status: EmailStatus.Skipped or EmailStatus.Dead, EndedAt: { } ended })
            yield return new AttemptDto(email, ended, mail.Status.ToWireName(), mail.Reason);
    }
}

/// <summary>What brought a notification about.</summary>
/// <param name="Source">Who reported it; <c>hotgigs</c> where nothing more is known.</param>
public sealed record CauseDto(string Source, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id)
{
    internal static CauseDto Of(NotificationCause? cause) => new(cause?.Source ?? "hotgigs", cause?.Id);
}

/// <summary>What was decided for one delivery channel.</summary>
/// <param name="Outcome"><c>deliver</c>, <c>defer</c> or <c>suppress</c>.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record DecisionDto(string DeliveryChannel, string Outcome, string Reason, DateTimeOffset At)
{
    internal static IReadOnlyList<DecisionDto> Of(DeliveryDecisions decisions, DateTimeOffset at) =>
    [
        Of(DeliveryChannels.InApp, decisions.InApp, at),
        Of(DeliveryChannels.Email, decisions.Email, at),
        Of(DeliveryChannels.Browser, decisions.Browser, at),
    ];

    private static DecisionDto Of(DeliveryChannels channel, DeliveryReason reason, DateTimeOffset at) =>
        new(channel.ToWireName(), DeliveryReasonTexts.Outcome(reason), DeliveryReasonTexts.Sentence(reason), at);
}

/// <summary>One try to deliver, or the end of trying.</summary>
/// <param name="Outcome"><c>delivered</c>, <c>sent</c>, <c>failed</c>, <c>skipped</c> or <c>dead</c>.</param>
public sealed record AttemptDto(
    string DeliveryChannel,
    DateTimeOffset At,
    string Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Error);
