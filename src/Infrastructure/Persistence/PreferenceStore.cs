using HotGigs.Application.Preferences;
using HotGigs.Domain.Preferences;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Preferences in the database: a row only for those who have chosen something.</summary>
internal sealed class PreferenceStore(Database database) : IPreferenceStore
{
    public async Task<NotificationPreferences> ReadAsync(string userId, CancellationToken cancellationToken) =>
        await database.ReadAsync(context => context.NotificationPreferences.AsNoTracking()
            .SingleOrDefaultAsync(preferences => preferences.UserId == userId, cancellationToken))
        ?? NotificationPreferences.Default(userId);

    public Task<NotificationPreferences> ChangeAsync(
        string userId, Action<NotificationPreferences> change, CancellationToken cancellationToken) =>
        database.WriteOnLatestAsync(async (context, ct) =>
        {
            var preferences = await context.NotificationPreferences.FindAsync([userId], ct)
                ?? context.Add(NotificationPreferences.Default(userId)).Entity;
            change(preferences);
            return preferences;
        }, cancellationToken);
}
