using HotGigs.Application.Common;
using HotGigs.Application.Preferences;
using HotGigs.WebApi.Authentication;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Preferences;

/// <summary>What the user wants to be told, by REST.</summary>
internal static class PreferenceEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/notifications/preferences").WithTags("Preferences");
        group.MapGet("", ReadAsync).WithSummary("By which delivery channels each type comes, quiet hours, mails").Produces<PreferencesDto>();
        group.MapPut("", ChangeAsync).WithSummary("Change what is named, and leave the rest").Produces<PreferencesDto>();
    }

    private static async Task<IResult> ReadAsync(HttpContext http, IMediator mediator) =>
        Results.Json(await mediator.Send(new GetPreferences(http.Current()), http.RequestAborted), WireJson.Options);

    private static async Task<IResult> ChangeAsync(HttpContext http, IMediator mediator)
    {
        var change = await JsonBody.ReadAsync<PreferencesChange>(http.Request);
        return Results.Json(await mediator.Send(new ChangePreferences(http.Current(), change), http.RequestAborted), WireJson.Options);
    }
}
