using HotGigs.WebApi.Authentication;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.Pages;

/// <summary>
/// Tells browsers to load nothing from elsewhere, to guess no types, and to be framed by nobody. Of other sites only the
/// identity provider may be asked, where the pages sign in there.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<SignInOptions> signIn, IOptions<JwtOptions> jwt)
{
    private readonly string policy =
        $"default-src 'self'; connect-src 'self' ws: wss:{ProviderOf(signIn.Value, jwt.Value)}; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = policy;
        return next(context);
    }

    private static string ProviderOf(SignInOptions signIn, JwtOptions jwt) =>
        signIn.IsEnabled ? $" {new Uri(jwt.Authority!).GetLeftPart(UriPartial.Authority)}" : "";
}
