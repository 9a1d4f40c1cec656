using HotGigs.Application.Users;
using MediatR;

namespace HotGigs.Application.Realtime;

/// <summary>Stores when users were last seen. Answers how many were given.</summary>
public sealed record RecordLastSeen(IReadOnlyCollection<LastSeen> Seen) : IRequest<int>
{
    /// <summary>Users of one transaction: whoever writes meanwhile waits for it.</summary>
    public const int MaxUsers = 100;
}

internal sealed class RecordLastSeenHandler(IUserDirectory users) : IRequestHandler<RecordLastSeen, int>
{
    public async Task<int> Handle(RecordLastSeen request, CancellationToken cancellationToken)
    {
        await users.RecordLastSeenAsync(request.Seen, cancellationToken);
        return request.Seen.Count;
    }
}
