using HotGigs.Application.Common;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Jobs;

/// <summary>The one place that refuses who may not see or change a job.</summary>
internal static class JobAccess
{
    /// <exception cref="RequestException"><c>forbidden</c>: the user is neither recruiter nor admin.</exception>
    public static void EnsureMaySee(UserIdentity user)
    {
        if (!Job.AreVisibleTo(user))
            throw new RequestException(ErrorCode.Forbidden, "Only recruiters and admins see jobs.");
    }

    /// <summary>A job that the user may change.</summary>
    /// <exception cref="RequestException"><c>not_found</c>, or <c>forbidden</c>: another recruiter posted it.</exception>
    public static Job EnsureMayChange(UserIdentity user, Job? job)
    {
        EnsureMaySee(user);
        if (job is null)
            throw NotFound();
        return job.IsChangeableBy(user)
            ? job
            : throw new RequestException(ErrorCode.Forbidden, "Only the recruiter who posted a job and admins change it.");
    }

    public static RequestException NotFound() => RequestException.NotFound("The job");
}
