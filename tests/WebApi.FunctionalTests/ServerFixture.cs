using HotGigs.Tests.Shared.Clients;
using HotGigs.Tests.Shared.Servers;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.WebApi.FunctionalTests;

/// <summary>One server for all tests of a class; each test brings its own users.</summary>
public class ServerFixture : IAsyncLifetime
{
    private int users;

    public HotGigsServer Server { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Server = await StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        var errors = Server.Log.Errors.Select(entry => entry.ToString()).ToList();
        await Server.DisposeAsync();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
        GC.SuppressFinalize(this);
    }

    public Task<TestUser> RecruiterAsync() => SignInAsync("recruiter");

    public Task<TestUser> AdminAsync() => SignInAsync("admin");

    public Task<TestUser> CandidateAsync() => SignInAsync("candidate");

    /// <summary>Someone nobody else in the class has to do with.</summary>
    public Task<TestUser> SignInAsync(params string[] roles) => TestUser.SignInAsync(Server, NewUserId(roles), roles);

    public string NewUserId(params string[] roles) =>
        $"{string.Join('-', roles.DefaultIfEmpty("nobody"))}-{Interlocked.Increment(ref users)}";

    /// <summary>Sends a request past HTTP, for what no route causes yet.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    protected virtual Task<HotGigsServer> StartAsync() => HotGigsServer.StartAsync();
}
