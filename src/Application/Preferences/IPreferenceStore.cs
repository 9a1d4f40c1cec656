using HotGigs.Domain.Preferences;

namespace HotGigs.Application.Preferences;

/// <summary>Keeps what users prefer. A user without a row has the defaults.</summary>
public interface IPreferenceStore
{
    /// <summary>The preferences of a user; the defaults where nothing was chosen.</summary>
    Task<NotificationPreferences> ReadAsync(string userId, CancellationToken cancellationToken);

    /// <summary>
    /// Changes the preferences of a user. Of two changes at the same moment the later one is made to what the other
    /// has left, so <paramref name="change"/> may run more than once.
    /// </summary>
    /// <param name="userId">Whose.</param>
    /// <param name="change">What to change; what it throws stores nothing and is passed on.</param>
    /// <param name="cancellationToken">Gives up before it is stored.</param>
    /// <returns>What is stored now.</returns>
    Task<NotificationPreferences> ChangeAsync(
        string userId, Action<NotificationPreferences> change, CancellationToken cancellationToken);
}
