using HotGigs.Application.Common;
using HotGigs.Application.GoogleDrive;
using HotGigs.Domain.Users;
using HotGigs.WebApi.Authentication;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.GoogleDrive;

/// <summary>Lets recruiters and admins in, where this server has a client at Google.</summary>
internal sealed class GoogleDriveAdmission(IOptions<GoogleDriveOptions> options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!context.HttpContext.Current().Roles.HasAny(Roles.Recruiter | Roles.Admin))
            throw new RequestException(ErrorCode.Forbidden, "Only recruiters and admins import from Google Drive.");
        if (!options.Value.IsConfigured)
            throw new RequestException(ErrorCode.Unavailable, "Google Drive is not set up on this server: the setting GoogleDrive:ClientId is missing.");
        return next(context);
    }
}
