using HotGigs.Application.Common;
using HotGigs.Domain.Users;
using MediatR;

namespace HotGigs.Application.Notifications.Tracing;

/// <summary>Asks why the user got one of their notifications, and why not by the other delivery channels.</summary>
public sealed record GetNotificationTrace(UserIdentity User, Guid NotificationId) : IRequest<NotificationTrace>;

internal sealed class GetNotificationTraceHandler(IDeliveryTraces traces) : IRequestHandler<GetNotificationTrace, NotificationTrace>
{
    public async Task<NotificationTrace> Handle(GetNotificationTrace request, CancellationToken cancellationToken) =>
        await traces.FindAsync(request.User.Id, request.NotificationId, cancellationToken) is { } traced
            ? NotificationTrace.Of(traced)
            : throw RequestException.NotFound("The notification");
}
