using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.Realtime;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Architecture.Tests;

/// <summary>
/// A notification type takes a member, a Notify command and a presenter. What is forgotten fails here, by the name
/// of the file to write.
/// </summary>
public sealed partial class NotificationTypeTests
{
    private const string Commands = "src/Application/Notifications/Notify";
    private const string Presenters = "src/WebClient/lib/presenters.ts";
    private const string Documentation = "docs/protocol.md";

    public static TheoryData<NotificationType> All => [.. Enum.GetValues<NotificationType>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_type_has_exactly_one_Notify_command(NotificationType type)
    {
        var commands = NotifyCommands().Where(command => TypeOf(command) == type).Select(command => command.Name).ToList();

        Assert.True(commands.Count > 0, $"{type} has no Notify command: write {Commands}/Notify{type}.cs.");
        Assert.True(commands.Count == 1, $"{type} has {commands.Count} Notify commands ({string.Join(", ", commands)}): leave one in {Commands}/.");
    }

    [Fact]
    public void Every_Notify_command_is_named_after_its_type_and_stands_in_a_file_of_that_name() => Assert.All(NotifyCommands(), command =>
    {
        Assert.Equal($"Notify{TypeOf(command)}", command.Name);
        Solution.Read($"{Commands}/{command.Name}.cs");
    });

    [Fact]
    public void Every_Notify_command_declares_how_its_type_is_delivered() => Assert.All(NotifyCommands(), command => Assert.True(
        command.GetCustomAttribute<NotifiesAttribute>()?.Type == TypeOf(command),
        $"Put [Notifies(NotificationType.{TypeOf(command)})] on the command in {Commands}/{command.Name}.cs."));

    [Fact]
    public void Every_Notify_command_has_a_validator() => Assert.All(NotifyCommands(), command => Assert.True(
        Solution.Application.GetTypes().Any(type =>
            type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(FluentValidation.AbstractValidator<>)
            && parent.GetGenericArguments()[0] == command),
        $"{command.Name} has no validator: write it in {Commands}/{command.Name}.cs."));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_type_has_one_presenter_in_the_web_client(NotificationType type)
    {
        var name = type.ToWireName();
        var entries = Regex.Count(Solution.Read(Presenters), $$"""^\s*['"]?{{name}}['"]?\s*:\s*\{""", RegexOptions.Multiline);

        Assert.True(entries == 1, $"{name} has {entries} presenters: give it one in {Presenters}.");
    }

    [Fact]
    public void The_web_client_presents_no_type_that_the_server_does_not_know()
    {
        var presented = PresenterEntry().Matches(Solution.Read(Presenters)).Select(match => match.Groups[1].Value);

        Assert.Empty(presented.Except(WireNames.All<NotificationType>()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_type_has_a_row_in_the_documentation(NotificationType type) => Assert.True(
        Regex.IsMatch(Solution.Read(Documentation), $@"^\|\s*`{type.ToWireName()}`\s*\|", RegexOptions.Multiline),
        $"{type.ToWireName()} has no row '| `{type.ToWireName()}` | ...' in {Documentation}.");

    [GeneratedRegex("""^\s*['"]?(\w+)['"]?\s*:\s*\{\s*icon""", RegexOptions.Multiline)]
    private static partial Regex PresenterEntry();

    private static IEnumerable<Type> NotifyCommands() =>
        Solution.Application.GetTypes().Where(type => type.IsSubclassOf(typeof(NotifyCommand)) && !type.IsAbstract);

    private static NotificationType TypeOf(Type command)
    {
        var constructor = command.GetConstructors().Single(one => one.GetParameters() is not [{ } only] || only.ParameterType != command);
        var instance = (NotifyCommand)constructor.Invoke([.. constructor.GetParameters().Select(Sample)]);
        return instance.Compose().Type;
    }

    /// <summary>A value that a command can be composed of, whatever it says.</summary>
    private static object? Sample(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => "text",
        var type when type == typeof(Room) => Room.Recruiters,
        { IsEnum: true } type => Enum.GetValues(type).GetValue(0),
        var type when Nullable.GetUnderlyingType(type) is not null => null,
        { IsValueType: true } type => RuntimeHelpers.GetUninitializedObject(type),
        var type => throw new NotSupportedException(
            $"Give NotificationTypeTests.Sample a {type.Name}, for {parameter.Member.DeclaringType!.Name}.{parameter.Name}."),
    };
}
