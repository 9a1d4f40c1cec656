using FluentValidation;
using HotGigs.Application.Matching;
using HotGigs.Domain.Jobs;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Jobs;

/// <summary>Posts a job. Candidates are compared with it in the background.</summary>
public sealed record PostJob(UserIdentity User, JobFields Fields) : IRequest<JobDto>;

internal sealed class PostJobValidator : AbstractValidator<PostJob>
{
    public PostJobValidator() => RuleFor(command => command).Custom((command, context) =>
    {
        // Whether the fields are right is nobody's business who may not post.
        if (!Job.AreVisibleTo(command.User))
            return;
        foreach (var failure in JobRules.Check(command.Fields, isNew: true))
            context.AddFailure(failure);
    });
}

internal sealed class PostJobHandler(IJobStore jobs, JobEditor editor, IMatchingQueueSignal queue, TimeProvider clock)
    : IRequestHandler<PostJob, JobDto>
{
    public async Task<JobDto> Handle(PostJob request, CancellationToken cancellationToken)
    {
        JobAccess.EnsureMaySee(request.User);
        var job = Job.Post(editor.Merge(request.Fields), request.User.Id, clock.GetUtcNow());
        await jobs.AddAsync(job, cancellationToken);
        queue.Wake();
        return JobDto.Of(job);
    }
}
