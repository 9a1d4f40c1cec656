using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Notifications.Notify;

/// <summary>
/// Brings a notification to each recipient, once per deduplication key, by the delivery channels that are planned for
/// them: into the feed, into the outbox of mails, or not at all, and then it is kept why not.
/// </summary>
internal static class NotificationDelivery
{
    /// <summary>What tells it again from a new one; <c>null</c> where nothing does.</summary>
    public static DeduplicationKey? KeyOf(NotificationDraft draft) =>
        draft.DeduplicationKey is { } text ? new DeduplicationKey(draft.Type, text) : null;

    /// <summary>Delivers in a transaction that holds the feeds of all of these users.</summary>
    public static async Task<NotifyResult> DeliverAsync(
        IFeedTransaction feeds,
        IReadOnlyCollection<string> userIds,
        NotificationDraft draft,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
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
