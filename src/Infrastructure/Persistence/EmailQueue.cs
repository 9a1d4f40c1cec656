using HotGigs.Domain.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>
/// The queue of mails that their rows are. A claim sets a name that no other claim has and moves the due time to the
/// end of a lease; whoever holds that name may store what became of the mail, and nobody else.
/// </summary>
internal sealed class EmailQueue(Database database, TimeProvider clock)
{
    /// <summary>What goes out in one mail at most; what is more follows in the next one.</summary>
    internal const int MaxGroup = 500;

    /// <summary>Claims what is due, the longest due first.</summary>
    /// <param name="atMost">How many mails.</param>
    /// <param name="lease">For how long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<EmailClaim>> ClaimAsync(int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        // A look costs no write: an idle server does not touch the database's write lock.
        while (await database.ReadAsync(context => Due(context.EmailDeliveries, clock.GetUtcNow()).AnyAsync(cancellationToken)))
        {
            try
            {
                return await database.WriteAsync((context, ct) => ClaimAsync(context, atMost, lease, ct), cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another server was faster; look for the next ones.
            }
        }

        return [];
    }

    /// <summary>Reads what decides about a claim, as it is now.</summary>
    public Task<EmailFacts> ReadFactsAsync(EmailClaim claim, CancellationToken cancellationToken) =>
        database.ReadAsync(async context =>
        {
            var user = await context.Users.Where(one => one.Id == claim.UserId)
                .Select(one => new { one.Name, one.Email })
                .SingleOrDefaultAsync(cancellationToken);
            var preferences = await context.NotificationPreferences.AsNoTracking()
                .SingleOrDefaultAsync(one => one.UserId == claim.UserId, cancellationToken);
            var ids = claim.Deliveries.Select(delivery => delivery.NotificationId).ToList();
            var notifications = await NotificationFacts.Of(context.Notifications, ids).ToDictionaryAsync(one => one.Id, cancellationToken);
            return new EmailFacts(user?.Name, user?.Email, preferences ?? NotificationPreferences.Default(claim.UserId), notifications);
        });

    /// <summary>Stores what became of the mails of a claim.</summary>
    /// <returns>Whether it was still held; if not, nothing was stored.</returns>
    public async Task<bool> SaveAsync(EmailClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(async (context, ct) =>
            {
                var ids = claim.Deliveries.Select(delivery => delivery.Id).ToList();
                var stored = await context.EmailDeliveries
                    .Where(mail => ids.Contains(mail.Id) && mail.ClaimedBy == claim.Worker && mail.Status == EmailStatus.Pending)
                    .ToDictionaryAsync(mail => mail.Id, ct);
                if (stored.Count != ids.Count)
                    return false;
                foreach (var delivery in claim.Deliveries)
                    context.Entry(stored[delivery.Id]).CurrentValues.SetValues(delivery);
                return true;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>What is to be sent now, and in nobody's hands.</summary>
    internal static IQueryable<EmailDelivery> Due(IQueryable<EmailDelivery> all, DateTimeOffset now) =>
        all.Where(mail => mail.Status == EmailStatus.Pending && mail.DueAt <= now);

    /// <summary>
    /// All that waits to go out together with a mail, due or not: of a digest what is the user's, of a summary that of
    /// its type. Were it asked for what is due, SQLite would look through all that is due for anybody.
    /// </summary>
    internal static IQueryable<EmailDelivery> PendingWith(IQueryable<EmailDelivery> all, EmailDelivery mail)
    {
        var pending = all.Where(one => one.Status == EmailStatus.Pending && one.UserId == mail.UserId && one.Grouping == mail.Grouping);
        // Every type is above zero. Said anyway, because SQLite takes the index of groups only where it can use all of it.
        return mail.Grouping == EmailGrouping.Summary ? pending.Where(one => one.Type == mail.Type) : pending.Where(one => one.Type > 0);
    }

    /// <summary>What one mail may hold of what waits together with another one, the longest due first.</summary>
    internal static IQueryable<EmailDelivery> FirstWith(IQueryable<EmailDelivery> all, EmailDelivery mail) =>
        PendingWith(all, mail).OrderBy(one => one.DueAt).ThenBy(one => one.Id).Take(MaxGroup);

    private static (string UserId, EmailGrouping Grouping, NotificationType? Type) GroupOf(EmailDelivery mail) =>
        (mail.UserId, mail.Grouping, mail.Grouping == EmailGrouping.Summary ? mail.Type : null);

    private async Task<IReadOnlyList<EmailClaim>> ClaimAsync(
        HotGigsDbContext context, int atMost, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var claims = new List<EmailClaim>();
        var claimed = new HashSet<(string UserId, EmailGrouping Grouping, NotificationType? Type)>();
        var first = await Due(context.EmailDeliveries, now).OrderBy(mail => mail.DueAt).Take(atMost).ToListAsync(cancellationToken);
        foreach (var mail in first)
        {
            // A group is claimed once: what is stored does not say yet which of its mails are taken. What is more than one
            // claim holds is due still, and follows with the next ones.
            if (mail.Grouping != EmailGrouping.None && !claimed.Add(GroupOf(mail)))
                continue;
            var group = mail.Grouping == EmailGrouping.None
                ? [mail]
                : await FirstWith(context.EmailDeliveries, mail).ToListAsync(cancellationToken);
            group.RemoveAll(one => one.DueAt > now);
            // Another server may have been faster since the first look.
            if (group.Count == 0)
                continue;
            var worker = $"{Environment.MachineName}/{Guid.CreateVersion7(now):N}";
            group.ForEach(one => one.Claim(worker, now + lease));
            claims.Add(new EmailClaim(worker, [.. group.OrderBy(one => one.CreatedAt)]));
        }

        return claims;
    }
}
