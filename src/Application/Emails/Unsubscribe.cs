using HotGigs.Application.Common;
using HotGigs.Application.Preferences;
using MediatR;

namespace HotGigs.Application.Emails;

/// <summary>Turns mails off, as the token of a mail says.</summary>
/// <param name="Token">From the mail's link.</param>
public sealed record Unsubscribe(string? Token) : IRequest<Unsubscription>;

internal sealed class UnsubscribeHandler(IUnsubscribeTokens tokens, IPreferenceStore preferences) : IRequestHandler<Unsubscribe, Unsubscription>
{
    public async Task<Unsubscription> Handle(Unsubscribe request, CancellationToken cancellationToken)
    {
        if (!tokens.TryRead(request.Token, out var unsubscription))
            throw RequestException.Invalid("token", "This link is incomplete or too old. Take the one from a newer mail, or change it in your preferences.");

        await preferences.ChangeAsync(
            unsubscription.UserId, chosen => chosen.TurnMailsOff(unsubscription.Type), cancellationToken);
        return unsubscription;
    }
}
