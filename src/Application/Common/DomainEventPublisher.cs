using System.Collections.Concurrent;
using System.Diagnostics;
using HotGigs.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.Common;

/// <summary>Publishes domain events through MediatR, each in a scope of its own.</summary>
internal sealed class DomainEventPublisher(IServiceScopeFactory scopes, TimeProvider clock) : IDomainEventPublisher
{
    private static readonly ConcurrentDictionary<Type, Func<IMediator, IDomainEvent, long, CancellationToken, Task>> Publishers = new();

    public async Task PublishAsync(IReadOnlyList<IDomainEvent> committed, CancellationToken cancellationToken)
    {
        if (committed.Count == 0)
            return;

        // It is called right after the commit, so this is when that was.
        var committedAt = clock.GetTimestamp();
        // A part of something larger, and sampled with it: alone it would say nothing.
        using var activity = Activity.Current is null ? null : Tracing.Source.StartActivity("publish");
        activity?.SetTag("hotgigs.event.count", committed.Count);
        await using var scope = scopes.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        foreach (var happened in committed)
            await Publishers.GetOrAdd(happened.GetType(), CreatePublisher)(mediator, happened, committedAt, cancellationToken);
    }

    private static Func<IMediator, IDomainEvent, long, CancellationToken, Task> CreatePublisher(Type eventType) =>
        typeof(DomainEventPublisher)
            .GetMethod(nameof(PublishOne), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(eventType)
            .CreateDelegate<Func<IMediator, IDomainEvent, long, CancellationToken, Task>>();

    private static Task PublishOne<TEvent>(
        IMediator mediator, IDomainEvent happened, long committedAt, CancellationToken cancellationToken)
        where TEvent : IDomainEvent =>
        mediator.Publish(new DomainEventNotification<TEvent>((TEvent)happened) { CommittedAt = committedAt }, cancellationToken);
}
