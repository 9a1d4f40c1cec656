using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HotGigs.Architecture.Tests;

public sealed class HandlerTests
{
    private static readonly Type[] Handling =
    [
        typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IPipelineBehavior<,>), typeof(IValidator<>),
    ];

    private static IEnumerable<Type> Handlers => Solution.All
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsClass && type.GetInterfaces().Any(IsHandling));

    [Fact]
    public void Handlers_behaviours_and_validators_are_found() => Assert.True(Handlers.Count() > 30);

    [Fact]
    public void They_are_internal_and_sealed() => Assert.All(Handlers, type =>
    {
        Assert.False(type.IsPublic, $"{type.FullName} is public: nobody but the mediator calls it.");
        Assert.True(type.IsSealed, $"{type.FullName} is not sealed.");
    });

    [Fact]
    public void Every_request_has_exactly_one_handler()
    {
        var requests = Solution.Application.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(one =>
                one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequest<>)));
        var handled = Solution.All
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsGenericTypeDefinition)
            .SelectMany(type => type.GetInterfaces())
            .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            .ToLookup(one => one.GetGenericArguments()[0]);

        // Notify commands share one handler, which AddMediator closes for each.
        Assert.All(
            requests.Where(type => !type.IsSubclassOf(typeof(Application.Notifications.Notify.NotifyCommand))),
            request => Assert.True(handled[request].Count() == 1, $"{request.FullName} has {handled[request].Count()} handlers."));
    }

    [Fact]
    public void A_validator_stands_in_the_file_of_what_it_validates() => Assert.All(
        Solution.Application.GetTypes().Where(type => type.IsAssignableTo(typeof(IValidator)) && !type.IsAbstract),
        validator =>
        {
            var validated = validator.BaseType!.GetGenericArguments()[0];
            var file = Solution.SourceFiles("src/Application", ".cs").Single(one => Path.GetFileName(one) == $"{validated.Name}.cs");
            Assert.True(
                Solution.Read(file).Contains($"class {validator.Name}", StringComparison.Ordinal),
                $"{validator.Name} does not stand in {file}.");
        });

    [Fact]
    public void Log_events_have_ids_of_their_own_by_which_an_operator_finds_them()
    {
        var events = Solution.All
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (Name: $"{method.DeclaringType!.Name}.{method.Name}", Event: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(one => one.Event is not null)
            .ToList();

        Assert.NotEmpty(events);
        Assert.All(events.GroupBy(one => one.Event!.EventId), same => Assert.True(
            same.Count() == 1 && same.Key > 0,
            $"Event id {same.Key} is that of {string.Join(" and ", same.Select(one => one.Name))}."));
        var documentation = Solution.Read("docs/operations.md");
        Assert.All(events, one => Assert.True(
            documentation.Contains($"\n| {one.Event!.EventId} | {one.Event.Level} |", StringComparison.Ordinal),
            $"docs/operations.md does not list {one.Name}: | {one.Event.EventId} | {one.Event.Level} |"));
    }

    private static bool IsHandling(Type one) => one.IsGenericType && Handling.Contains(one.GetGenericTypeDefinition());
}
