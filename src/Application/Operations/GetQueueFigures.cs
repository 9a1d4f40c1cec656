using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Operations;

/// <summary>Asks what waits in the queues, which all servers share; admins, others are refused with <c>forbidden</c>.</summary>
public sealed record GetQueueFigures(UserIdentity User) : IRequest<QueueFigures>;

internal sealed class GetQueueFiguresHandler(IQueueFigures queues) : IRequestHandler<GetQueueFigures, QueueFigures>
{
    public Task<QueueFigures> Handle(GetQueueFigures request, CancellationToken cancellationToken) =>
        request.User.IsAdmin
            ? queues.ReadAsync(cancellationToken)
            : throw new RequestException(ErrorCode.Forbidden, "Only admins see how the server is doing.");
}
