using HotGigs.Application.Users;
using MediatR;

namespace HotGigs.WebApi.Authentication;

/// <summary>Ends what a user's tokens allow, for admins.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/admin/users/{id}/sign-out", SignOutAsync).WithTags("Users")
            .WithSummary("Close all connections of a user and refuse their tokens until now")
            .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> SignOutAsync(string id, HttpContext http, IMediator mediator)
    {
        await mediator.Send(new SignOutUser(http.Current(), id), http.RequestAborted);
        return Results.NoContent();
    }
}
