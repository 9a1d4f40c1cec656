using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Infrastructure.Realtime.Messages;

/// <summary>Sends requests to the application, each in a scope of its own: a connection lives for hours, a DbContext must not.</summary>
internal sealed class RequestSender(IServiceScopeFactory scopes)
{
    public async Task<TAnswer> SendAsync<TAnswer>(IRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
