using System.Diagnostics;
using HotGigs.Domain.Common;
using MediatR;

namespace HotGigs.Application.Common.Behaviours;

/// <summary>
/// Makes each request that is part of a trace a span, named after it; nothing that is in the request. What timers ask
/// for again and again is part of none.
/// </summary>
internal sealed class TracingBehaviour<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        Activity.Current is not null && Tracing.Source.HasListeners() ? TraceAsync(next, cancellationToken) : next();

    private static async Task<TResponse> TraceAsync(RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await next();
        }
        catch (RequestException refused)
        {
            // Whoever asked is at fault, or the moment: that is an answer, not a failure.
            activity?.SetTag("error.type", refused.Code.ToWireName());
            throw;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            activity?.SetFailed(error);
            throw;
        }
    }
}
