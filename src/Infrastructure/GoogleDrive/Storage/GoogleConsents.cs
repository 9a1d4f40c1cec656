using System.Security.Cryptography;
using System.Text;
using HotGigs.Application.GoogleDrive;
using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>Remembers who was sent to Google with which state, for any server that they come back to. Each state works once.</summary>
internal sealed class GoogleConsents(Database database, TokenProtector protector, IOptions<GoogleDriveOptions> options, TimeProvider clock)
{
    /// <summary>States that a user may have at a time, as in several tabs.</summary>
    private const int MaxPerUser = 5;

    public Task AddAsync(string userId, string state, string verifier, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var consent = new StoredConsent
        {
            StateHash = Hash(state),
            UserId = userId,
            Verifier = protector.Protect(verifier),
            ExpiresAt = now + options.Value.StateLifetime,
        };
        return database.WriteAsync(async (context, ct) =>
        {
            await Expired(context, now).ExecuteDeleteAsync(ct);
            var waiting = await LatestOf(context, userId).ToListAsync(ct);
            context.GoogleDriveConsents.RemoveRange(waiting.Skip(MaxPerUser - 1));
            return context.GoogleDriveConsents.Add(consent).Entity;
        }, cancellationToken);
    }

    /// <summary>Uses a state up.</summary>
    /// <param name="userId">Who comes back with it.</param>
    /// <param name="state">The state; <c>null</c> for the user's latest.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The secret that belongs to it; <c>null</c> where there is no such state of this user, or no longer.</returns>
    public async Task<string?> TakeAsync(string userId, string? state, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await database.WriteAsync(async (context, ct) =>
        {
            var mine = LatestOf(context, userId);
            if (state is not null)
            {
                var hash = Hash(state);
                mine = mine.Where(one => one.StateHash == hash);
            }

            var consent = await mine.FirstOrDefaultAsync(ct);
            // By a statement of its own: of two that come back with it at the same moment one finds it gone.
            return consent is not null && await context.GoogleDriveConsents.Where(one => one.StateHash == consent.StateHash).ExecuteDeleteAsync(ct) == 1
                ? consent
                : null;
        }, cancellationToken);
        return taken?.ExpiresAt > now ? protector.Unprotect(taken.Verifier) : null;
    }

    internal static IQueryable<StoredConsent> Expired(HotGigsDbContext context, DateTimeOffset now) =>
        context.GoogleDriveConsents.Where(consent => consent.ExpiresAt <= now);

    internal static IQueryable<StoredConsent> LatestOf(HotGigsDbContext context, string userId) =>
        context.GoogleDriveConsents.AsNoTracking().Where(consent => consent.UserId == userId).OrderByDescending(consent => consent.ExpiresAt);

    private static byte[] Hash(string state) => SHA256.HashData(Encoding.UTF8.GetBytes(state));
}
