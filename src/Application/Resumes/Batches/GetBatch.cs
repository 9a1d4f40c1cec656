using HotGigs.Domain.Common;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Resumes.Batches;

/// <summary>Asks where a batch and each of its files stands. Refuses with <c>not_found</c> whoever is neither its owner nor an admin.</summary>
public sealed record GetBatch(UserIdentity User, Guid BatchId) : IRequest<BatchDto>;

/// <summary>Where a batch and its files stand.</summary>
public sealed record BatchDto(
    Guid BatchId,
    string Status,
    int TotalFiles,
    int Processed,
    int Successful,
    int Failed,
    int Round,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt,
    IReadOnlyList<BatchFileDto> Files);

/// <summary>Where one file stands; <paramref name="ResumeId"/> is <c>null</c> where it was refused before it became a resume.</summary>
public sealed record BatchFileDto(string Filename, Guid? ResumeId, string Status, int ProgressPercentage, string CurrentStep, string? Error)
{
    public static BatchFileDto Of(BatchFileState file) => new(
        file.FileName, file.ResumeId, file.Status.ToWireName(), file.Step.Percentage(), file.Step.Label(), file.Error);
}

internal sealed class GetBatchHandler(BatchAccess access, IResumeBatches batches) : IRequestHandler<GetBatch, BatchDto>
{
    public async Task<BatchDto> Handle(GetBatch request, CancellationToken cancellationToken)
    {
        // The files after the counts: what they say may be newer, never older, than the whole.
        var batch = await access.GetVisibleAsync(request.User, request.BatchId, cancellationToken);
        var files = await batches.ReadFilesAsync(batch.Id, cancellationToken);
        return new BatchDto(
            batch.Id,
            batch.Status.ToWireName(),
            batch.TotalFiles,
            batch.Processed,
            batch.Successful,
            batch.Failed,
            batch.Round,
            batch.CreatedAt,
            batch.CompletedAt,
            [.. files.Select(BatchFileDto.Of)]);
    }
}
