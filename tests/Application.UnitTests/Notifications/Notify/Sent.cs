using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Application.Notifications.Notify;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Application.Users;
using HotGigs.Domain.Notifications;
using Microsoft.Extensions.DependencyInjection;
using HotGigs.Application.Notifications;

namespace HotGigs.Application.UnitTests.Notifications.Notify;

/// <summary>Sends Notify commands the whole way, from the mediator into the feeds.</summary>
internal static class Sent
{
    /// <summary>The one notification that a command ends in.</summary>
    public static async Task<Notification> One(NotifyCommand command, string recipient = "rita")
    {
        var feeds = new FakeFeeds();
        await To(feeds, command);
        return Assert.Single(feeds.Of(recipient));
    }

    public static Task<NotifyResult> To(FakeFeeds feeds, NotifyCommand command, FakeUsers? users = null)
    {
        var mediator = App.With(ports => ports
            .AddSingleton<IFeedWriter>(feeds)
            .AddSingleton<IUserDirectory>(users ?? new FakeUsers(People.Rita, People.Sam, People.Adam, People.Carla, People.Robot)));
        return mediator.Send(command);
    }

    /// <summary>Asserts that a command is refused for exactly one field, and gives the reason.</summary>
    public static Task<string> Refused(string field, NotifyCommand command) =>
        App.InvalidFieldOf(field, () => To(new FakeFeeds(), command));

    /// <summary>Asserts that a payload has exactly these fields in this order.</summary>
    public static void AssertPayload(object expected, Notification notification) =>
        Assert.Equal(JsonSerializer.Serialize(expected, WireJson.Options), notification.PayloadJson);
}
