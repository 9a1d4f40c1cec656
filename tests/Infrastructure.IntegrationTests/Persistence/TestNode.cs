using System.Collections.Concurrent;
using HotGigs.Application;
using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Application.Resumes;
using HotGigs.Application.Users;
using HotGigs.Domain.Common;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Emails;
using HotGigs.Infrastructure.GoogleDrive;
using HotGigs.Infrastructure.Matching;
using HotGigs.Infrastructure.Persistence;
using HotGigs.Infrastructure.Resumes;
using HotGigs.Infrastructure.Storage;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace HotGigs.Infrastructure.IntegrationTests.Persistence;

/// <summary>One server's use cases and persistence on a database, without its sockets. Several share a database like several servers do.</summary>
internal sealed class TestNode : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestNode(ServiceProvider services) => this.services = services;

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; private init; } = null!;

    /// <summary>What was published, in the order in which it was.</summary>
    public RecordedEvents Events => (RecordedEvents)Get<IDomainEventPublisher>();

    /// <param name="database">Which may be that of other servers too.</param>
    /// <param name="settings">Settings by name, such as <c>Email:Host</c>.</param>
    public static async Task<TestNode> StartAsync(TestDatabase database, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(database.Configuration).AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        var clock = new FakeTimeProvider(Start);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
        services.AddOptions<DataFolderOptions>().Bind(configuration.GetSection(DataFolderOptions.Section));
        services.AddSingleton<DataFolder>();
        services.AddApplication();
        services.AddResumeReading();
        services.AddPersistence(configuration);
        services.AddMatchComparison(configuration);
        services.AddEmailSending(configuration);
        services.AddSingleton<IResumeFiles, ResumeFiles>();
        services.AddSingleton<IResumeQueueSignal>(new ResumeQueueSignal(1, clock));
        services.AddGoogleDriveAccess(configuration);
        services.Replace(ServiceDescriptor.Singleton<IDomainEventPublisher, RecordedEvents>());
        services.AddSingleton<ILiveRights, RecordedRightsChecks>();
        var node = new TestNode(services.BuildServiceProvider()) { Clock = clock };
        await node.Get<IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        return node;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
    }

    public Task RegisterAsync(UserIdentity user) =>
        Get<IUserDirectory>().RecordAsync(user, Start, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Keeps whose live connections would have been looked at.</summary>
internal sealed class RecordedRightsChecks : ILiveRights
{
    private readonly ConcurrentQueue<string> checkedRoles = new();

    public IReadOnlyCollection<string> CheckedRoles => checkedRoles;

    public void CheckRoles(string userId) => checkedRoles.Enqueue(userId);

    /// <summary>Whose rights were withdrawn.</summary>
    public ConcurrentQueue<string> Rechecked { get; } = new();

    public void Recheck(params IReadOnlyCollection<string> userIds)
    {
        foreach (var userId in userIds)
            Rechecked.Enqueue(userId);
    }
}

/// <summary>Keeps what would have been published.</summary>
internal sealed class RecordedEvents : IDomainEventPublisher
{
    private readonly List<IDomainEvent> published = [];

    public IReadOnlyList<IDomainEvent> Published
    {
        get
        {
            lock (published)
                return [.. published];
        }
    }

    /// <summary>Hands over what has been published since the last time, and keeps it no longer.</summary>
    public IReadOnlyList<IDomainEvent> Take()
    {
        lock (published)
        {
            IReadOnlyList<IDomainEvent> taken = [.. published];
            published.Clear();
            return taken;
        }
    }

    public Task PublishAsync(IReadOnlyList<IDomainEvent> committed, CancellationToken cancellationToken)
    {
        lock (published)
            published.AddRange(committed);
        return Task.CompletedTask;
    }
}
