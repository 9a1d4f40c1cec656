using FluentValidation;
using HotGigs.Application.Matching;
using HotGigs.Domain.Common;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Jobs;

/// <summary>Edits, closes or reopens a job: what is named is changed, the rest stays.</summary>
public sealed record ChangeJob(UserIdentity User, Guid JobId, JobFields Fields) : IRequest<JobDto>;

internal sealed class ChangeJobValidator : AbstractValidator<ChangeJob>
{
    public ChangeJobValidator() => RuleFor(command => command).Custom((command, context) =>
    {
        if (!Job.AreVisibleTo(command.User))
            return;
        foreach (var failure in JobRules.Check(command.Fields, isNew: false))
            context.AddFailure(failure);
    });
}

internal sealed class ChangeJobHandler(IJobStore jobs, JobEditor editor, IMatchingQueueSignal queue, TimeProvider clock)
    : IRequestHandler<ChangeJob, JobDto>
{
    public async Task<JobDto> Handle(ChangeJob request, CancellationToken cancellationToken)
    {
        JobAccess.EnsureMayChange(request.User, await jobs.FindAsync(request.JobId, cancellationToken));
        var changed = await jobs.ChangeAsync(request.JobId, job => Apply(request.Fields, job), cancellationToken);
        queue.Wake();
        return JobDto.Of(changed ?? throw JobAccess.NotFound());
    }

    private bool Apply(JobFields fields, Job job)
    {
        var status = WireNames.TryParse<JobStatus>(fields.Status, out var named) ? named : job.Status;
        return job.Change(editor.Merge(fields, job.Details), status, clock.GetUtcNow());
    }
}
