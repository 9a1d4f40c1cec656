using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Preferences;

/// <summary>Asks for all preferences of the user.</summary>
public sealed record GetPreferences(UserIdentity User) : IRequest<PreferencesDto>;

internal sealed class GetPreferencesHandler(IPreferenceStore store) : IRequestHandler<GetPreferences, PreferencesDto>
{
    public async Task<PreferencesDto> Handle(GetPreferences request, CancellationToken cancellationToken) =>
        PreferencesDto.Of(await store.ReadAsync(request.User.Id, cancellationToken));
}
