using HotGigs.Application.Emails;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Preferences;
using Microsoft.EntityFrameworkCore;

namespace HotGigs.Infrastructure.Persistence;

/// <summary>Turns mails off in a user's preferences.</summary>
internal sealed class EmailOptOut(Database database) : IEmailOptOut
{
    public async Task TurnOffAsync(string userId, NotificationType? type, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await database.WriteAsync((context, ct) => TurnOffAsync(context, userId, type, ct), cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                // The user changed their preferences at the same moment: what they chose must stay.
            }
        }
    }

    private static async Task<bool> TurnOffAsync(
        HotGigsDbContext context, string userId, NotificationType? type, CancellationToken cancellationToken)
    {
        NotificationType[] types = type is { } one ? [one] : Enum.GetValues<NotificationType>();
        var preferences = await context.NotificationPreferences.FindAsync([userId], cancellationToken)
            ?? context.NotificationPreferences.Add(NotificationPreferences.Default(userId)).Entity;
        var on = types.Where(each => preferences.ChoiceFor(each).Email != false).ToList();
        if (on.Count > 0)
            preferences.Choose(on.Select(each => new ChannelChoice(each, null, Email: false, null)));
        return on.Count > 0;
    }
}
