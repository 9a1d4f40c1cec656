using HotGigs.Application.Emails;
using HotGigs.Domain.Emails;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>The mails in the database, for admins and for the sweeper.</summary>
internal sealed class EmailDeliveries(Database database, TimeProvider clock) : IEmailDeliveries
{
    public async Task<IReadOnlyList<EmailDelivery>> ListAsync(
        EmailStatus status, EmailPosition? after, int limit, CancellationToken cancellationToken) =>
        await database.ReadAsync(context =>
            Page(context.EmailDeliveries.AsNoTracking(), status, after).Take(limit).ToListAsync(cancellationToken));

    public Task<EmailDelivery?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(context => context.EmailDeliveries.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken));

    // Somebody else may put it back meanwhile, and a worker have it already: then it is looked again what it is.
    public Task<RequeuedEmail?> RequeueAsync(Guid id, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            var mail = await context.EmailDeliveries.FindAsync([id], ct);
            return mail is null ? null : new RequeuedEmail(mail, mail.TryRequeue(clock.GetUtcNow()));
        }, cancellationToken);

    /// <summary>Removes mails that ended before a time, a few at once, so that what is sent meanwhile gets in between.</summary>
    /// <returns>How many were removed; fewer than <paramref name="atMost"/> when none is left.</returns>
    public async Task<int> PurgeAsync(EmailStatus status, DateTimeOffset before, int atMost, CancellationToken cancellationToken)
    {
        // A look costs no write.
        var any = await database.ReadAsync(context => Ended(context.EmailDeliveries, status, before).AnyAsync(cancellationToken));
        return any
            ? await database.WriteAsync(
                (context, ct) => Ended(context.EmailDeliveries, status, before).Take(atMost).ExecuteDeleteAsync(ct), cancellationToken)
            : 0;
    }

    internal static IQueryable<EmailDelivery> Page(IQueryable<EmailDelivery> all, EmailStatus status, EmailPosition? after)
    {
        var mails = all.Where(mail => mail.Status == status);
        if (after is { } position)
            mails = mails.Where(mail => mail.CreatedAt <= position.CreatedAt
                && (mail.CreatedAt < position.CreatedAt || mail.Id.CompareTo(position.Id) < 0));
        return mails.OrderByDescending(mail => mail.CreatedAt).ThenByDescending(mail => mail.Id);
    }

    internal static IQueryable<EmailDelivery> Ended(IQueryable<EmailDelivery> all, EmailStatus status, DateTimeOffset before) =>
        all.Where(mail => mail.Status == status && mail.EndedAt < before).OrderBy(mail => mail.EndedAt);
}
