using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Common;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using HotGigs.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Bench.WritePath;

/// <summary>
/// The naive way, written as well as it can be: a context, a transaction and one SaveChanges for each notification, on
/// the same tables, with the same questions, connections and durability, and in the same line for SQLite's one writer.
/// </summary>
internal sealed class SaveEachHandler(Database database, IDomainEventPublisher events, TimeProvider clock)
    : IRequestHandler<NotifyResumeCompleted, NotifyResult>
{
    public async Task<NotifyResult> Handle(NotifyResumeCompleted request, CancellationToken cancellationToken)
    {
        var draft = request.Compose() with { Actor = request.Actor, Cause = request.Cause, ExpiresAt = request.ExpiresAt };
        var (result, raised) = await database.WriteAsync((context, ct) => StoreAsync(context, request.UserId, draft, ct), cancellationToken);
        await events.PublishAsync(raised, CancellationToken.None);
        return result;
    }

    private async Task<(NotifyResult Result, IReadOnlyList<IDomainEvent> Raised)> StoreAsync(
        HotGigsDbContext context, string userId, NotificationDraft draft, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var feed = (await database.Dialect.HoldFeedsAsync(context, [userId], cancellationToken)).SingleOrDefault()
            ?? context.NotificationFeeds.Add(NotificationFeed.Open(userId, now)).Entity;
        var isKnown = await context.Notifications.AnyAsync(
                one => one.UserId == userId && one.Type == draft.Type && one.DeduplicationKey == draft.DeduplicationKey, cancellationToken)
            || await context.WithheldNotifications.AnyAsync(
                one => one.UserId == userId && one.Type == draft.Type && one.DeduplicationKey == draft.DeduplicationKey, cancellationToken);
        if (isKnown)
            return (new NotifyResult([], Duplicates: 1, Withheld: 0), []);

        var hasEmail = await context.Users.AnyAsync(user => user.Id == userId && user.Email != null && user.Email != "", cancellationToken);
        var preferences = await context.NotificationPreferences.AsNoTracking().SingleOrDefaultAsync(one => one.UserId == userId, cancellationToken)
            ?? NotificationPreferences.Default(userId);
        var recipient = new Recipient(userId, hasEmail, preferences);
        var traits = NotificationTraits.Of(draft.Type);
        var mails = traits.MayMail(recipient) ? await CountMailsAsync(context, userId, draft.Type, now, cancellationToken) : 0;
        var plan = DeliveryPlanner.Plan(traits, recipient, mails, now);

        draft = draft with { Decisions = plan.Decisions };
        var notification = feed.Append(draft, now);
        context.Notifications.Add(notification);
        if (plan.Email is { } schedule)
            context.EmailDeliveries.Add(EmailDelivery.Of(userId, notification.Id, draft, schedule, now));
        return (new NotifyResult([notification.Id], 0, 0), feed.TakeEvents());
    }

    private static Task<int> CountMailsAsync(
        HotGigsDbContext context, string userId, NotificationType type, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = DeliveryPlanner.HourOf(now);
        return context.EmailDeliveries.CountAsync(
            mail => mail.UserId == userId && mail.Type == type && mail.CreatedAt >= since && mail.Grouping == EmailGrouping.None,
            cancellationToken);
    }
}
