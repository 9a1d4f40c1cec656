using HotGigs.Application.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>The one place that says who may see a batch: its owner and any admin.</summary>
public sealed class BatchAccess(IResumeBatches batches)
{
    /// <summary>Loads a batch that the user may see.</summary>
    /// <exception cref="RequestException"><c>not_found</c>: it does not exist, or the user may not know that it does.</exception>
    public async Task<ResumeBatch> GetVisibleAsync(UserIdentity user, Guid batchId, CancellationToken cancellationToken) =>
        await FindVisibleAsync(user, batchId, cancellationToken) ?? throw RequestException.NotFound("The batch");

    /// <summary>Loads a batch that the user may see; <c>null</c> where it does not exist, or they may not know that it does.</summary>
    public async Task<ResumeBatch?> FindVisibleAsync(UserIdentity user, Guid batchId, CancellationToken cancellationToken) =>
        await batches.FindAsync(batchId, cancellationToken) is { } batch && (batch.OwnerId == user.Id || user.IsAdmin) ? batch : null;
}
