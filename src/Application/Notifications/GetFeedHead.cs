using HotGigs.Domain.Notifications;
using MediatR;

namespace HotGigs.Application.Notifications;

/// <summary>Asks where a user's feed stands: its position and its counts. Takes the same time whatever the size of the feed.</summary>
public sealed record GetFeedHead(string UserId) : IRequest<FeedSnapshot>;

internal sealed class GetFeedHeadHandler(IFeedReader feeds) : IRequestHandler<GetFeedHead, FeedSnapshot>
{
    public Task<FeedSnapshot> Handle(GetFeedHead request, CancellationToken cancellationToken) =>
        feeds.GetHeadAsync(request.UserId, cancellationToken);
}
