using HotGigs.Domain.Matching;
using MediatR;
using Microsoft.Extensions.Options;

namespace HotGigs.Application.Matching;

/// <summary>
/// Takes a claimed run to its end, a page at a time. Whoever comes after a server that died goes on behind the last
/// page that was told.
/// </summary>
public sealed record AdvanceMatching(MatchingRun Run) : IRequest<Unit>;

internal sealed class AdvanceMatchingHandler(
    IMatchStore matches, IMatchingRuns runs, IMediator mediator, IOptions<MatchingOptions> options, TimeProvider clock)
    : IRequestHandler<AdvanceMatching, Unit>
{
    public async Task<Unit> Handle(AdvanceMatching request, CancellationToken cancellationToken)
    {
        for (var held = request.Run; held?.QueuedAt is not null;)
        {
            var page = await CompareAsync(held, cancellationToken);
            await mediator.Send(new TellMatches(page.ToBeTold), cancellationToken);
            held = await runs.ChangeAsync(held, run => MoveOn(run, page), cancellationToken);
        }

        return Unit.Value;
    }

    private Task<ComparedPage> CompareAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        var stretch = new Stretch(run.Position, options.Value.PageSize, run.ChangedSince);
        return run.Subject == MatchingSubject.Job
            ? matches.CompareJobAsync(run.SubjectId, stretch, cancellationToken)
            : matches.CompareCandidateAsync(run.SubjectId, stretch, cancellationToken);
    }

    private void MoveOn(MatchingRun run, ComparedPage page)
    {
        if (page.Last is { } last)
            run.Advance(last, clock.GetUtcNow() + options.Value.Lease);
        else
            run.Complete();
    }
}
