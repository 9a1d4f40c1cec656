using FluentValidation;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Jobs;

/// <summary>Asks for one page of the jobs, latest first.</summary>
/// <param name="Status">A wire name of <see cref="JobStatus"/>, or <c>null</c> for all.</param>
public sealed record ListJobs(UserIdentity User, int Skip, int Limit, string? Search, string? Status) : IRequest<JobList>
{
    public const int DefaultLimit = 20;
    public const int MaxLimit = 100;
}

/// <summary>One page of jobs, and how many there are in all.</summary>
public sealed record JobList(IReadOnlyList<JobDto> Jobs, int Total);

internal sealed class ListJobsValidator : AbstractValidator<ListJobs>
{
    public ListJobsValidator()
    {
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListJobs.MaxLimit);
        RuleFor(query => query.Search).MaximumLength(200);
        RuleFor(query => query.Status)
            .Must(status => status is null || WireNames.TryParse<JobStatus>(status, out _))
            .WithMessage($"A status is one of {string.Join(", ", WireNames.All<JobStatus>())}.");
    }
}

internal sealed class ListJobsHandler(IJobStore jobs) : IRequestHandler<ListJobs, JobList>
{
    public async Task<JobList> Handle(ListJobs request, CancellationToken cancellationToken)
    {
        JobAccess.EnsureMaySee(request.User);
        JobStatus? status = WireNames.TryParse<JobStatus>(request.Status, out var named) ? named : null;
        var page = await jobs.ListAsync(new JobFilter(request.Skip, request.Limit, request.Search, status), cancellationToken);
        return new JobList([.. page.Jobs.Select(JobDto.Of)], page.Total);
    }
}
