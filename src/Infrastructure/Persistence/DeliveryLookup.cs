using System.Text.Json;
using HotGigs.Application.Notifications;
using HotGigs.Application.Notifications.Delivery;
using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// What works ask for before they deliver something, asked once for the whole group: who has been told already, who
/// the recipients are, and how many mails they have had. What the works add themselves is told to it, and counts.
/// </summary>
internal sealed class DeliveryLookup(
    HotGigsDbContext context, IDatabaseDialect dialect, IReadOnlyList<FeedWork> group, IReadOnlySet<string> userIds)
{
    private readonly HashSet<(DeduplicationKey Key, string UserId)> told = [];
    private readonly HashSet<DeduplicationKey> lookedUp = [];
    private readonly Dictionary<(NotificationType Type, DateTimeOffset Since), Dictionary<string, int>> storedMails = [];
    private readonly List<EmailDelivery> addedMails = [];
    private Dictionary<string, Recipient>? recipients;

    /// <summary>Which of these users have already been told something of this key.</summary>
    /// <exception cref="KeyNotFoundException">No work of the group named the key.</exception>
    public async Task<IReadOnlySet<string>> FindToldAsync(
        IReadOnlyCollection<string> among, DeduplicationKey key, CancellationToken cancellationToken)
    {
        if (lookedUp.Count == 0)
            await LookUpAsync(cancellationToken);
        if (!lookedUp.Contains(key))
            throw new KeyNotFoundException("A key was looked for that was not named beforehand.");
        return among.Where(userId => told.Contains((key, userId))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What must be known of users to deliver something to them, in the order given.</summary>
    public async Task<IReadOnlyList<Recipient>> ReadRecipientsAsync(
        IReadOnlyCollection<string> among, CancellationToken cancellationToken)
    {
        if (among.Count == 0)
            return [];
        recipients ??= await ReadAllRecipientsAsync(cancellationToken);
        return [.. among.Select(userId => recipients[userId])];
    }

    /// <summary>How many mails of a type each of these users was given one by one since a time; users without any are missing.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountMailsAsync(
        IReadOnlyCollection<string> among, NotificationType type, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (among.Count == 0)
            return new Dictionary<string, int>();
        if (!storedMails.TryGetValue((type, since), out var stored))
        {
            stored = await MailsSince(context.EmailDeliveries, userIds, type, since)
                .GroupBy(mail => mail.UserId)
                .Select(mails => new { UserId = mails.Key, Count = mails.Count() })
                .ToDictionaryAsync(mails => mails.UserId, mails => mails.Count, StringComparer.Ordinal, cancellationToken);
            storedMails.Add((type, since), stored);
        }

        var added = addedMails.Where(mail => mail.Type == type && mail.CreatedAt >= since)
            .GroupBy(mail => mail.UserId, StringComparer.Ordinal)
            .ToDictionary(mails => mails.Key, mails => mails.Count(), StringComparer.Ordinal);
        return among
            .Select(userId => (UserId: userId, Count: stored.GetValueOrDefault(userId) + added.GetValueOrDefault(userId)))
            .Where(mails => mails.Count > 0)
            .ToDictionary(mails => mails.UserId, mails => mails.Count, StringComparer.Ordinal);
    }

    public void Note(Notification added)
    {
        if (added.DeduplicationKey is { } text)
            told.Add((new DeduplicationKey(added.Type, text), added.UserId));
    }

    public void Note(WithheldNotification added)
    {
        if (added.DeduplicationKey is { } text && added.Decisions.InApp is not (DeliveryReason.Duplicate or DeliveryReason.Expired))
            told.Add((new DeduplicationKey(added.Type, text), added.UserId));
    }

    public void Note(EmailDelivery added)
    {
        if (added.Grouping == EmailGrouping.None)
            addedMails.Add(added);
    }

    /// <summary>Users whom something reached past the feed, because they may want it by mail alone.</summary>
    internal static IQueryable<WithheldNotification> Reached(IQueryable<WithheldNotification> all) =>
        all.Where(withheld => withheld.Decisions.InApp != DeliveryReason.Duplicate && withheld.Decisions.InApp != DeliveryReason.Expired);

    /// <summary>Which of these users have an e-mail address.</summary>
    internal static IQueryable<string> Addressed(HotGigsDbContext context, IReadOnlyCollection<string> userIds) =>
        context.Users.Where(user => userIds.Contains(user.Id) && user.Email != null && user.Email != "").Select(user => user.Id);

    /// <summary>Mails of a type that users were given one by one since a time.</summary>
    internal static IQueryable<EmailDelivery> MailsSince(
        IQueryable<EmailDelivery> all, IReadOnlyCollection<string> userIds, NotificationType type, DateTimeOffset since) =>
        all.Where(mail => userIds.Contains(mail.UserId)
            && mail.Type == type
            && mail.CreatedAt >= since
            && mail.Grouping == EmailGrouping.None);

    /// <summary>Keys and users as the dialects take them: a JSON array of <c>[user, type, key]</c>.</summary>
    internal static string Json(IEnumerable<(string UserId, DeduplicationKey Key)> wanted) =>
        JsonSerializer.Serialize(wanted.Select(one => new object[] { one.UserId, (int)one.Key.Type, one.Key.Text }));

    private async Task LookUpAsync(CancellationToken cancellationToken)
    {
        var wanted = Json(group.Where(work => work.Key is not null)
            .SelectMany(work => work.UserIds.Select(userId => (userId, work.Key!.Value))));
        var inFeeds = await dialect.NotificationsOf(context, wanted)
            .Select(one => new { one.UserId, one.Type, one.DeduplicationKey })
            .ToListAsync(cancellationToken);
        var withheld = await Reached(dialect.WithheldOf(context, wanted))
            .Select(one => new { one.UserId, one.Type, one.DeduplicationKey })
            .ToListAsync(cancellationToken);
        foreach (var one in inFeeds.Concat(withheld))
            told.Add((new DeduplicationKey(one.Type, one.DeduplicationKey!), one.UserId));
        lookedUp.UnionWith(group.Select(work => work.Key).OfType<DeduplicationKey>());
    }

    private async Task<Dictionary<string, Recipient>> ReadAllRecipientsAsync(CancellationToken cancellationToken)
    {
        var addressed = await Addressed(context, userIds).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var preferences = await context.NotificationPreferences.AsNoTracking()
            .Where(one => userIds.Contains(one.UserId))
            .ToDictionaryAsync(one => one.UserId, StringComparer.Ordinal, cancellationToken);
        return userIds.ToDictionary(
            userId => userId,
            userId => new Recipient(
                userId, addressed.Contains(userId), preferences.GetValueOrDefault(userId) ?? NotificationPreferences.Default(userId)),
            StringComparer.Ordinal);
    }
}
