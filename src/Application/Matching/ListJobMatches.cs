using FluentValidation;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Matching;

/// <summary>Asks for one page of a job's matches with candidates that the user may see, highest score first.</summary>
/// <param name="MinScore">0 to 100.</param>
public sealed record ListJobMatches(UserIdentity User, Guid JobId, int MinScore, int Skip, int Limit) : IRequest<MatchList>;

internal sealed class ListJobMatchesValidator : AbstractValidator<ListJobMatches>
{
    public ListJobMatchesValidator()
    {
        RuleFor(query => query.MinScore).Score();
        RuleFor(query => query.Skip).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).PageLimit();
    }
}

internal sealed class ListJobMatchesHandler(MatchAccess access, IMatchReader matches) : IRequestHandler<ListJobMatches, MatchList>
{
    public async Task<MatchList> Handle(ListJobMatches request, CancellationToken cancellationToken)
    {
        var job = await access.GetVisibleJobAsync(request.User, request.JobId, cancellationToken);
        var selection = new MatchSelection.OfJob(job.Id, request.User) { MinScore = request.MinScore };
        return MatchList.Of(await matches.ListAsync(selection, request.Skip, request.Limit, cancellationToken));
    }
}
