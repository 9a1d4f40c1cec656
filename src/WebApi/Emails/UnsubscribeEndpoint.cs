using HotGigs.Application.Common;
using HotGigs.Application.Emails;
using HotGigs.WebApi.Requests;
using MediatR;

namespace HotGigs.WebApi.Emails;

/// <summary>
/// The link in each mail that stops more like it, without signing in. A mail program posts to it (RFC 8058); a person
/// who follows it is asked first, because programs that look at links for their owner follow it too.
/// </summary>
internal static class UnsubscribeEndpoint
{
    public static void MapUnsubscribing(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/email/unsubscribe").AllowAnonymous().WithTags("E-mail");
        group.MapGet("", Ask).WithSummary("Ask whether mails are to be turned off");
        group.MapPost("", TurnOffAsync).WithSummary("Turn mails off");
    }

    private static IResult Ask(HttpContext http, IUnsubscribeTokens tokens)
    {
        // Its address is all that is needed to turn the mails off.
        http.Response.Headers.CacheControl = "no-store";
        return tokens.TryRead(http.Request.Query.Text("token"), out var unsubscription)
            ? UnsubscribePage.Ask(EmailTopics.Of(unsubscription.Type))
            : UnsubscribePage.Invalid();
    }

    private static async Task<IResult> TurnOffAsync(HttpContext http, IMediator mediator)
    {
        try
        {
            var done = await mediator.Send(new Unsubscribe(http.Request.Query.Text("token")), http.RequestAborted);
            return UnsubscribePage.Done(EmailTopics.Of(done.Type));
        }
        catch (RequestException refused) when (refused.Code == ErrorCode.ValidationFailed && IsPerson(http.Request))
        {
            return UnsubscribePage.Invalid();
        }
    }

    private static bool IsPerson(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
