using HotGigs.Application.Common;
using HotGigs.Application.Users;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Authentication;

/// <summary>Those who are or were here, for admins.</summary>
internal static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/users").WithTags("Users");
        group.MapGet("", ListAsync).WithSummary("Who was ever here, by name").Produces<UserList>();
        group.MapPost("/{id}/sign-out", SignOutAsync)
            .WithSummary("Close all connections of a user and refuse their tokens until now")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IMediator mediator)
    {
        var query = http.Request.Query;
        var list = await mediator.Send(
            new ListUsers(
                http.Current(),
                query.Text("role"),
                query.Text("search"),
                query.Number("skip", 0),
                query.Number("limit", ListUsers.DefaultLimit)),
            http.RequestAborted);
        return Results.Json(list, WireJson.Options);
    }

    private static async Task<IResult> SignOutAsync(string id, HttpContext http, IMediator mediator)
    {
        await mediator.Send(new SignOutUser(http.Current(), id), http.RequestAborted);
        return Results.NoContent();
    }
}
