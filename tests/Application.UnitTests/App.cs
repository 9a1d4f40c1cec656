using HotGigs.Application.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests;

/// <summary>The use cases as the application registers them, over the ports that a test hands in.</summary>
internal static class App
{
    public static IMediator With(Action<IServiceCollection> ports)
    {
        var services = new ServiceCollection().AddLogging().AddApplication();
        services.AddSingleton<TimeProvider>(At.Clock());
        ports(services);
        return services.BuildServiceProvider().GetRequiredService<IMediator>();
    }

    public static Task<RequestException> RefusalOf(Func<Task> request) => Assert.ThrowsAsync<RequestException>(request);

    /// <summary>Asserts that a request is refused for exactly one field.</summary>
    public static async Task<string> InvalidFieldOf(string field, Func<Task> request)
    {
        var refusal = await RefusalOf(request);
        Assert.Equal(ErrorCode.ValidationFailed, refusal.Code);
        var (name, reasons) = Assert.Single(refusal.Errors ?? new Dictionary<string, string[]>());
        Assert.Equal(field, name);
        return Assert.Single(reasons);
    }
}
