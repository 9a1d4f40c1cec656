using Microsoft.AspNetCore.Http;

namespace HotGigs.GoogleStandIn;

/// <summary>Errors in Google's forms.</summary>
internal static class GoogleError
{
    public static IResult OfDrive(int status, string reason) => Results.Json(
        new { error = new { code = status, message = $"Not possible: {reason}.", errors = new[] { new { domain = "global", reason, message = reason } } } },
        statusCode: status);

    public static IResult OfOAuth(int status, string error) =>
        Results.Json(new { error, error_description = "As the stand-in sees it." }, statusCode: status);
}
