using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Emails;

/// <summary>Turns mails off for a user who asked for it from a mail.</summary>
public interface IEmailOptOut
{
    /// <summary>Sets the user's choice; doing it again changes nothing.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="type">Mails of this type; <c>null</c> for all types.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task TurnOffAsync(string userId, NotificationType? type, CancellationToken cancellationToken);
}
