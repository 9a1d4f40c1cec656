using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.Common.Behaviours;

/// <summary>Logs each request by its name and how long it took; never what is in it.</summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(ILogger<LoggingBehaviour<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await next();
        LogHandled(typeof(TRequest).Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return response;
    }

    [LoggerMessage(1000, LogLevel.Debug, "Handled {Request} in {Milliseconds:0.0} ms")]
    private partial void LogHandled(string request, double milliseconds);
}
