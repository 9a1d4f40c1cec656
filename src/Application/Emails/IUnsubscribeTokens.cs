using System.Diagnostics.CodeAnalysis;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Emails;

/// <summary>
/// Signed tokens by which whoever holds a mail can stop more like it, without signing in. One does that and nothing
/// else, for a year.
/// </summary>
public interface IUnsubscribeTokens
{
    string Create(Unsubscription unsubscription);

    bool TryRead(string? token, [NotNullWhen(true)] out Unsubscription? unsubscription);
}

/// <summary>Which mails somebody wants no more.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Type">Those of this type; <c>null</c> for all types.</param>
public sealed record Unsubscription(string UserId, NotificationType? Type);
