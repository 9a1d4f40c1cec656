using System.Collections.Concurrent;
using HotGigs.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.Common;

/// <summary>Publishes domain events through MediatR, each in a scope of its own.</summary>
internal sealed class DomainEventPublisher(IServiceScopeFactory scopes) : IDomainEventPublisher
{
    private static readonly ConcurrentDictionary<Type, Func<IMediator, IDomainEvent, CancellationToken, Task>> Publishers = new();

    public async Task PublishAsync(IReadOnlyList<IDomainEvent> committed, CancellationToken cancellationToken)
    {
        if (committed.Count == 0)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        foreach (var happened in committed)
            await Publishers.GetOrAdd(happened.GetType(), CreatePublisher)(mediator, happened, cancellationToken);
    }

    private static Func<IMediator, IDomainEvent, CancellationToken, Task> CreatePublisher(Type eventType) =>
        typeof(DomainEventPublisher)
            .GetMethod(nameof(PublishOne), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(eventType)
            .CreateDelegate<Func<IMediator, IDomainEvent, CancellationToken, Task>>();

    private static Task PublishOne<TEvent>(IMediator mediator, IDomainEvent happened, CancellationToken cancellationToken)
        where TEvent : IDomainEvent =>
        mediator.Publish(new DomainEventNotification<TEvent>((TEvent)happened), cancellationToken);
}
