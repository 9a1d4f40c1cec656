using HotGigs.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.GoogleDrive.Storage;

/// <summary>Keeps the grants of users, encrypted.</summary>
internal sealed class GoogleConnections(Database database, TokenProtector protector)
{
    public async Task<GoogleConnection?> FindAsync(string userId, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => Of(context, userId).AsNoTracking().SingleOrDefaultAsync(cancellationToken)) is { } stored
            ? new GoogleConnection(
                stored.UserId,
                stored.ConnectionId,
                stored.Email,
                stored.ConnectedAt,
                protector.Unprotect(stored.RefreshToken),
                protector.Unprotect(stored.AccessToken),
                stored.AccessTokenExpiresAt)
            : null;

    /// <summary>Stores a grant in place of the user's earlier one.</summary>
    public Task AddAsync(GoogleConnection connection, CancellationToken cancellationToken) =>
        database.WriteAsync(async (context, ct) =>
        {
            var stored = await Of(context, connection.UserId).SingleOrDefaultAsync(ct)
                ?? context.GoogleDriveConnections.Add(
                    new StoredConnection { UserId = connection.UserId, ConnectionId = connection.ConnectionId }).Entity;
            (stored.ConnectionId, stored.Email, stored.ConnectedAt) = (connection.ConnectionId, connection.Email, connection.ConnectedAt);
            return Put(stored, connection);
        }, cancellationToken);

    /// <summary>Stores renewed tokens, unless the user has connected anew or disconnected meanwhile.</summary>
    public Task KeepTokensAsync(GoogleConnection connection, CancellationToken cancellationToken) =>
        database.WriteAsync(async (context, ct) =>
        {
            var stored = await Of(context, connection.UserId).SingleOrDefaultAsync(one => one.ConnectionId == connection.ConnectionId, ct);
            return stored is null ? null : Put(stored, connection);
        }, cancellationToken);

    /// <summary>Stores which Google account it is.</summary>
    public Task NameAsync(GoogleConnection connection, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (context, ct) => Of(context, connection.UserId)
                .Where(one => one.ConnectionId == connection.ConnectionId)
                .ExecuteUpdateAsync(update => update.SetProperty(one => one.Email, connection.Email), ct),
            cancellationToken);

    /// <summary>Forgets a grant; one that the user has given since then stays.</summary>
    public Task RemoveAsync(string userId, Guid connectionId, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (context, ct) => Of(context, userId).Where(one => one.ConnectionId == connectionId).ExecuteDeleteAsync(ct), cancellationToken);

    internal static IQueryable<StoredConnection> Of(HotGigsDbContext context, string userId) =>
        context.GoogleDriveConnections.Where(connection => connection.UserId == userId);

    private StoredConnection Put(StoredConnection stored, GoogleConnection connection)
    {
        stored.RefreshToken = protector.Protect(connection.RefreshToken ?? "");
        stored.AccessToken = protector.Protect(connection.AccessToken ?? "");
        stored.AccessTokenExpiresAt = connection.AccessTokenExpiresAt;
        return stored;
    }
}
