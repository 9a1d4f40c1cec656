using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Resumes;

/// <summary>Says which sources a user may name for a single upload: whose candidate it becomes depends on it.</summary>
internal static class UploadSources
{
    /// <summary>The source of an upload.</summary>
    /// <param name="user">Who uploads.</param>
    /// <param name="named">The wire name given, or <c>null</c> or empty for the user's own.</param>
    /// <exception cref="RequestException"><c>validation_failed</c> on <c>source</c>, or <c>forbidden</c> without any role that uploads.</exception>
    public static ResumeSource Resolve(UserIdentity user, string? named)
    {
        ResumeSource[] allowed = user.Roles switch
        {
            var roles when roles.HasAny(Roles.Recruiter | Roles.Admin) => [ResumeSource.RecruiterUpload, ResumeSource.ApiImport],
            var roles when roles.HasAny(Roles.Candidate) => [ResumeSource.CandidateUpload],
            var roles when roles.HasAny(Roles.Service) => [ResumeSource.ApiImport],
            _ => throw new RequestException(ErrorCode.Forbidden, "Uploading resumes takes the role candidate, recruiter, admin or service."),
        };

        if (string.IsNullOrEmpty(named))
            return allowed[0];
        if (WireNames.TryParse<ResumeSource>(named, out var source) && allowed.Contains(source))
            return source;
        throw RequestException.Invalid(
            "source",
            $"The source of your single uploads is {string.Join(" or ", allowed.Select(one => $"'{one.ToWireName()}'"))}; it may be left out.");
    }
}
