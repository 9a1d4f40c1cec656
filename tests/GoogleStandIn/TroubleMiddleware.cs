using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace HotGigs.GoogleStandIn;

/// <summary>Lets requests go wrong where that is wanted.</summary>
internal sealed class TroubleMiddleware(RequestDelegate next, GoogleServer server)
{
    public async Task InvokeAsync(HttpContext context)
    {
        server.Note(context.Request);
        var trouble = await server.Trouble(context.Request);
        if (trouble is null)
            await next(context);
        else if (trouble == Trouble.Dropped)
            context.Abort();
        else if (trouble.Status != 0)
            await RefuseAsync(context, trouble);
        else
            await CutOffAsync(context, trouble);
    }

    private static Task RefuseAsync(HttpContext context, Trouble trouble)
    {
        if (trouble.RetryAfter is not null)
            context.Response.Headers.RetryAfter = trouble.RetryAfter.ToString(CultureInfo.InvariantCulture);
        return GoogleError.OfDrive(trouble.Status, trouble.Reason).ExecuteAsync(context);
    }

    /// <summary>Answers as usual, and stops half-way.</summary>
    private async Task CutOffAsync(HttpContext context, Trouble trouble)
    {
        var to = context.Response.Body;
        using var whole = new MemoryStream();
        context.Response.Body = whole;
        await next(context);
        context.Response.Body = to;
        context.Response.ContentLength = whole.Length;
        await to.WriteAsync(whole.GetBuffer().AsMemory(0, (int)whole.Length / 2));
        await to.FlushAsync();
        if (trouble == Trouble.HangingBody)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }
}
