using HotGigs.Application.Notifications.Notify;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Users;
using HotGigs.Infrastructure.Persistence;
using HotGigs.WebApi;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HotGigs.Bench.WritePath;

/// <summary>The whole server on a database of its own, with a connected listener for each recipient.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    public const int Recipients = 64;

    private readonly WebApplication app;
    private readonly BenchDatabase database;
    private int told;

    private BenchServer(WebApplication app, BenchDatabase database, Listeners listeners)
    {
        this.app = app;
        this.database = database;
        Listeners = listeners;
    }

    public Listeners Listeners { get; }

    /// <param name="database">Which it removes in the end.</param>
    /// <param name="isNaive">Whether each notification is stored by itself.</param>
    public static async Task<BenchServer> StartAsync(BenchDatabase database, bool isNaive)
    {
        var app = HotGigsApplication.Build(
            ["--environment=Development", "--urls=http://127.0.0.1:0", "--Jwt:SigningKey=a key that signs the tokens of this bench", .. database.Arguments],
            builder =>
            {
                builder.Logging.ClearProviders();
                if (isNaive)
                    builder.Services.AddTransient<IRequestHandler<NotifyResumeCompleted, NotifyResult>, SaveEachHandler>();
            });
        await app.PrepareAsync();
        await app.StartAsync();
        return new BenchServer(app, database, await Listeners.StartAsync(app.Urls.Single(), Recipients));
    }

    /// <summary>The user id of a recipient.</summary>
    public static string NameOf(int recipient) => $"recipient-{recipient}";

    /// <summary>Tells the next of the recipients, in turn, that a resume is done.</summary>
    public async Task NotifyAsync()
    {
        var recipient = NameOf((int)((uint)Interlocked.Increment(ref told) % Recipients));
        var result = await SendAsync(new NotifyResumeCompleted(recipient, Guid.CreateVersion7(), Guid.CreateVersion7(), "Ada Example"));
        if (result.NotificationIds.Count != 1)
            throw new InvalidOperationException($"A notification was not stored: {result}.");
    }

    public async Task<NotifyResult> SendAsync(NotifyCommand command)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send<NotifyResult>(command);
    }

    /// <summary>Writes users into the directory who are not connected.</summary>
    public async Task RegisterCandidatesAsync(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var context = app.Services.GetRequiredService<Func<HotGigsDbContext>>()();
        for (var index = 0; index < count; index++)
        {
            var user = new UserIdentity($"candidate-{index:00000}", $"Candidate {index}", $"{index}@example.com", Roles.Candidate);
            context.Users.Add(User.Register(user, now, now));
            context.NotificationFeeds.Add(NotificationFeed.Open(user.Id, now));
        }

        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Listeners.DisposeAsync();
        await app.StopAsync();
        await app.DisposeAsync();
        await database.DisposeAsync();
    }
}
