using HotGigs.Application.Users;

namespace HotGigs.WebApi.Authentication;

/// <summary>Writes whoever makes a request into the user directory, and keeps it current with newer tokens.</summary>
internal sealed class UserRecording(RequestDelegate next, IUserDirectory users)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true })
            await users.RecordAsync(context.Current(), TokenIdentity.ReadIssuedAt(context.User), context.RequestAborted);
        await next(context);
    }
}
