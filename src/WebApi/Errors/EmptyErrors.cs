using HotGigs.Application.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace HotGigs.WebApi.Errors;

/// <summary>Gives a body to errors that the framework answers without one: no such route, wrong method.</summary>
internal static class EmptyErrors
{
    /// <summary>Answers that an address does not exist before anyone is asked to sign in for it.</summary>
    public static void UseUnknownAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public static Task WriteAsync(StatusCodeContext context) =>
        ProblemWriter.WriteAsync(context.HttpContext, Describe(context.HttpContext), context.HttpContext.Response.StatusCode);

    private static RequestException Describe(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new(ErrorCode.NotFound, "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => new(ErrorCode.NotFound, $"This address does not take {context.Request.Method}."),
        StatusCodes.Status401Unauthorized => new(ErrorCode.Unauthenticated, "Sign in first."),
        StatusCodes.Status403Forbidden => new(ErrorCode.Forbidden, "You may not do this."),
        StatusCodes.Status413PayloadTooLarge => new(ErrorCode.TooLarge, "The request is too large."),
        StatusCodes.Status415UnsupportedMediaType => new(ErrorCode.UnsupportedFile, "This kind of content is not accepted here."),
        >= 500 => new(ErrorCode.Unavailable, "Something went wrong on our side."),
        _ => new(ErrorCode.ValidationFailed, "The request is malformed."),
    };
}
