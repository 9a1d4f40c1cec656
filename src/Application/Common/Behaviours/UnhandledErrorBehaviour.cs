using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.Common.Behaviours;

/// <summary>Logs what nobody expected, with the name of the request it happened in, and passes it on.</summary>
internal sealed partial class UnhandledErrorBehaviour<TRequest, TResponse>(ILogger<UnhandledErrorBehaviour<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return await next();
        }
        catch (Exception error) when (IsUnexpected(error, cancellationToken))
        {
            LogUnhandled(error, typeof(TRequest).Name);
            throw;
        }
    }

    private static bool IsUnexpected(Exception error, CancellationToken cancellationToken) =>
        error is not RequestException && !(error is OperationCanceledException && cancellationToken.IsCancellationRequested);

    [LoggerMessage(1001, LogLevel.Error, "{Request} failed unexpectedly")]
    private partial void LogUnhandled(Exception error, string request);
}
