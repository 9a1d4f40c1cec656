using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>What a worker has in hand: a mail, or all that go out as one, under one claim.</summary>
/// <param name="Worker">The claim's name, which no other claim has.</param>
/// <param name="Deliveries">At least one, all of one user, oldest first.</param>
internal sealed record EmailClaim(string Worker, IReadOnlyList<EmailDelivery> Deliveries)
{
    /// <summary>The oldest of its mails, by which logs name it.</summary>
    public Guid FirstId { get; } = Deliveries[0].Id;

    public string UserId { get; } = Deliveries[0].UserId;

    public EmailGrouping Grouping { get; } = Deliveries[0].Grouping;
}

/// <summary>What decides whether a claimed mail is still to be sent, and where to.</summary>
/// <param name="Name">The user's name; <c>null</c> where the directory does not know them.</param>
/// <param name="Address">Their e-mail address.</param>
/// <param name="Preferences">What they have chosen.</param>
/// <param name="Notifications">Those of the mails that are in the feed, by id.</param>
internal sealed record EmailFacts(
    string? Name, string? Address, NotificationPreferences Preferences, IReadOnlyDictionary<Guid, NotificationFacts> Notifications);

/// <summary>What has become of a notification.</summary>
internal sealed record NotificationFacts(Guid Id, bool IsRead, bool IsArchived, bool IsDeleted)
{
    public static IQueryable<NotificationFacts> Of(IQueryable<Notification> all, IReadOnlyCollection<Guid> ids) =>
        all.Where(notification => ids.Contains(notification.Id))
            .Select(notification => new NotificationFacts(
                notification.Id, notification.ReadAt != null, notification.ArchivedAt != null, notification.DeletedAt != null));
}
