using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.Common;

/// <summary>Runs one notification handler so that its failure is logged and stops neither the next one nor the publisher.</summary>
internal sealed partial class IsolatedHandler<TNotification, THandler>(
    THandler handler, ILogger<IsolatedHandler<TNotification, THandler>> logger) : INotificationHandler<TNotification>
    where TNotification : INotification
    where THandler : class, INotificationHandler<TNotification>
{
    public async Task Handle(TNotification notification, CancellationToken cancellationToken)
    {
        try
        {
            await handler.Handle(notification, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(error, typeof(THandler).Name, typeof(TNotification).Name);
        }
    }

    [LoggerMessage(1002, LogLevel.Error, "{Handler} failed on {Notification}")]
    private partial void LogFailed(Exception error, string handler, string notification);
}
