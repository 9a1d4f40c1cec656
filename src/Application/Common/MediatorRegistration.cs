using System.Reflection;
using HotGigs.Application.Common.Behaviours;
using HotGigs.Application.Notifications.Notify;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.Common;

/// <summary>
/// All that depends on MediatR's version: registration and the order of the behaviours. Lifting the version is a
/// change to this file and to the argument order in <c>Behaviours/</c>.
/// </summary>
public static class MediatorRegistration
{
    /// <summary>Registers the mediator, its behaviours, the handlers of these assemblies and the one handler of all Notify commands.</summary>
    public static IServiceCollection AddMediator(this IServiceCollection services, params IReadOnlyList<Assembly> assemblies)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();

        // The first registered is the outermost.
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(TracingBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(UnhandledErrorBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));

        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsConcrete))
        {
            foreach (var handled in InterfacesOf(type, typeof(IRequestHandler<,>)))
                services.AddTransient(handled, type);
            foreach (var handled in InterfacesOf(type, typeof(INotificationHandler<>)))
                AddIsolated(services, handled, type);
            if (type.IsSubclassOf(typeof(NotifyCommand)))
                services.AddTransient(
                    typeof(IRequestHandler<,>).MakeGenericType(type, typeof(NotifyResult)),
                    typeof(NotifyHandler<>).MakeGenericType(type));
        }

        return services;
    }

    private static void AddIsolated(IServiceCollection services, Type handled, Type handler)
    {
        services.AddTransient(handler);
        services.AddTransient(handled, typeof(IsolatedHandler<,>).MakeGenericType(handled.GetGenericArguments()[0], handler));
    }

    private static bool IsConcrete(Type type) => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false };

    private static IEnumerable<Type> InterfacesOf(Type type, Type open) =>
        type.GetInterfaces().Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == open);
}
