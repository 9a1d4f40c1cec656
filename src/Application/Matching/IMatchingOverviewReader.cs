using HotGigs.Domain.Users;

namespace HotGigs.Application.Matching;

/// <summary>Sums up the matches of many jobs, in the database.</summary>
public interface IMatchingOverviewReader
{
    /// <summary>Sums up the matches with candidates that a user may see.</summary>
    /// <param name="user">Whose view it is.</param>
    /// <param name="jobId">Of this job alone, open or closed; <c>null</c> for all open ones.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<MatchingOverview> SumUpAsync(UserIdentity user, Guid? jobId, CancellationToken cancellationToken);
}
