using HotGigs.Application.Notifications.Delivery;
using HotGigs.Application.Users;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using MediatR;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Delivers what a Notify command composed to each recipient, once per deduplication key, by the delivery channels
/// that are planned for them: into the feed, into the outbox of mails, or not at all, and then it is kept why not.
/// Large audiences are written in slices, so that single notifications get in between.
/// </summary>
internal sealed class NotifyHandler<TCommand>(IFeedWriter feeds, IUserDirectory users, TimeProvider clock)
    : IRequestHandler<TCommand, NotifyResult>
    where TCommand : NotifyCommand
{
    /// <summary>
    /// What is told to one user waits for one slice at most. Larger ones are hardly faster as a whole, and hold up
    /// others for longer; the figures are in docs/adr/0010-events-and-announcements.md.
    /// </summary>
    private const int RecipientsPerTransaction = 100;

    public async Task<NotifyResult> Handle(TCommand request, CancellationToken cancellationToken)
    {
        var draft = request.Compose();
        draft = draft with
        {
            Actor = request.Actor,
            Cause = request.Cause,
            ExpiresAt = request.ExpiresAt,
            DeduplicationKey = request.DeduplicationKey ?? draft.DeduplicationKey,
        };

        var result = NotifyResult.Nothing;
        foreach (var recipients in (await ResolveAsync(request.Audience, cancellationToken)).Chunk(RecipientsPerTransaction))
        {
            result += await feeds.WriteAsync(
                recipients, KeyOf(draft), (feeds, ct) => DeliverAsync(feeds, recipients, draft, ct), cancellationToken);
        }

        return result;
    }

    private static DeduplicationKey? KeyOf(NotificationDraft draft) =>
        draft.DeduplicationKey is { } text ? new DeduplicationKey(draft.Type, text) : null;

    private async Task<IReadOnlyCollection<string>> ResolveAsync(Audience audience, CancellationToken cancellationToken) =>
        audience switch
        {
            Audience.OneUser one => [one.UserId],
            Audience.EveryoneWith everyone => await users.FindIdsByRolesAsync(everyone.Roles, cancellationToken),
            _ => throw new InvalidOperationException($"Unknown audience {audience}."),
        };

    private async Task<NotifyResult> DeliverAsync(
        IFeedTransaction feeds, IReadOnlyCollection<string> userIds, NotificationDraft draft, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (draft.ExpiresAt <= now)
        {
            foreach (var userId in userIds)
                feeds.Add(WithheldNotification.Of(userId, draft, DeliveryDecisions.All(DeliveryReason.Expired), now));
            return NotifyResult.Nothing with { Withheld = userIds.Count };
        }

        var told = KeyOf(draft) is { } key
            ? await feeds.FindRecipientsAsync(userIds, key, cancellationToken)
            : new HashSet<string>();
        foreach (var userId in told)
            feeds.Add(WithheldNotification.Of(userId, draft, DeliveryDecisions.All(DeliveryReason.Duplicate), now));

        var traits = NotificationTraits.Of(draft.Type);
        var recipients = await feeds.ReadRecipientsAsync([.. userIds.Where(userId => !told.Contains(userId))], cancellationToken);
        var mails = traits.EmailsPerHour > 0
            ? await feeds.CountMailsAsync([.. recipients.Where(traits.MayMail).Select(one => one.UserId)], draft.Type, DeliveryPlanner.HourOf(now), cancellationToken)
            : new Dictionary<string, int>();
        var ids = new List<Guid>(recipients.Count);
        foreach (var recipient in recipients)
        {
            var plan = DeliveryPlanner.Plan(traits, recipient, mails.GetValueOrDefault(recipient.UserId), now);
            if (Deliver(feeds, recipient.UserId, draft with { Decisions = plan.Decisions }, plan, now) is { } id)
                ids.Add(id);
        }

        return new NotifyResult(ids, told.Count, recipients.Count - ids.Count);
    }

    /// <returns>The notification in the feed; <c>null</c> where the recipient does not want it there.</returns>
    private static Guid? Deliver(IFeedTransaction feeds, string userId, NotificationDraft draft, DeliveryPlan plan, DateTimeOffset now)
    {
        Guid id;
        if (plan.IsInFeed)
        {
            var notification = feeds.Feed(userId).Append(draft, now);
            feeds.Add(notification);
            id = notification.Id;
        }
        else
        {
            var withheld = WithheldNotification.Of(userId, draft, plan.Decisions, now);
            feeds.Add(withheld);
            id = withheld.Id;
        }

        if (plan.Email is { } schedule)
            feeds.Add(EmailDelivery.Of(userId, id, draft, schedule, now));
        return plan.IsInFeed ? id : null;
    }
}
