using HotGigs.Application.Common;
using HotGigs.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Application.UnitTests.Common;

/// <summary>What has been committed is told to everyone, whoever of them fails.</summary>
public sealed class DomainEventPublisherTests : IDisposable
{
    private readonly RecordedLog log = new();
    private readonly Heard heard = new();

    public void Dispose() => log.Dispose();

    [Fact]
    public async Task Every_handler_hears_every_event_in_order()
    {
        await Publish(new Happened(1), new Happened(2));

        Assert.Equal(["first 1", "second 1", "first 2", "second 2"], heard.What);
        Assert.Empty(log.Errors);
    }

    [Fact]
    public async Task A_handler_that_fails_stops_neither_the_next_one_nor_the_next_event_nor_the_publisher()
    {
        heard.FirstThrows = new InvalidOperationException("A bug.");

        await Publish(new Happened(1), new Happened(2));

        Assert.Equal(["second 1", "second 2"], heard.What);
    }

    [Fact]
    public async Task Its_failure_is_logged_with_who_and_on_what()
    {
        heard.FirstThrows = new InvalidOperationException("A bug.");

        await Publish(new Happened(1));

        var line = Assert.Single(log.Errors);
        Assert.Equal(1002, line.Id.Id);
        Assert.StartsWith("FirstListener failed on DomainEventNotification", line.Text, StringComparison.Ordinal);
        Assert.Same(heard.FirstThrows, line.Error);
    }

    [Fact]
    public async Task A_timeout_in_a_handler_is_a_failure_like_any_other()
    {
        heard.FirstThrows = new TaskCanceledException();

        await Publish(new Happened(1));

        Assert.Equal(["second 1"], heard.What);
        Assert.Single(log.Errors);
    }

    [Fact]
    public async Task An_event_that_nobody_listens_to_is_fine() => await Publish(new Unheard());

    [Fact]
    public async Task Nothing_committed_is_nothing_published()
    {
        await Publish();

        Assert.Empty(heard.What);
    }

    private Task Publish(params IReadOnlyList<IDomainEvent> events) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(log))
        .AddApplication(typeof(DomainEventPublisherTests).Assembly)
        .AddSingleton(heard)
        .BuildServiceProvider()
        .GetRequiredService<IDomainEventPublisher>()
        .PublishAsync(events, CancellationToken.None);
}

public sealed record Happened(int Number) : IDomainEvent;

public sealed record Unheard : IDomainEvent;

public sealed class Heard
{
    public List<string> What { get; } = [];

    public Exception? FirstThrows { get; set; }
}

internal sealed class FirstListener(Heard heard) : INotificationHandler<DomainEventNotification<Happened>>
{
    public Task Handle(DomainEventNotification<Happened> notification, CancellationToken cancellationToken)
    {
        if (heard.FirstThrows is { } error)
            throw error;
        heard.What.Add($"first {notification.Event.Number}");
        return Task.CompletedTask;
    }
}

internal sealed class SecondListener(Heard heard) : INotificationHandler<DomainEventNotification<Happened>>
{
    public async Task Handle(DomainEventNotification<Happened> notification, CancellationToken cancellationToken)
    {
        await Task.Yield();
        heard.What.Add($"second {notification.Event.Number}");
    }
}
