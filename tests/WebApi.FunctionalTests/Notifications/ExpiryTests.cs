using HotGigs.Application.Notifications.Notify;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Servers;
using Microsoft.Extensions.Options;

namespace HotGigs.WebApi.FunctionalTests.Notifications;

/// <summary>A server that looks for expired notifications all the time.</summary>
public sealed class ImpatientServerFixture : ServerFixture
{
    protected override Task<HotGigsServer> StartAsync() =>
        HotGigsServer.StartAsync(new Dictionary<string, string?> { ["Retention:ExpiryInterval"] = "00:00:00.100" });
}

/// <summary>What has expired is gone from the list, from the counts and from every device.</summary>
public sealed class ExpiryTests(ImpatientServerFixture fixture) : IClassFixture<ImpatientServerFixture>
{
    [Fact]
    public async Task An_expired_notification_leaves_every_connection_list_and_counts_together()
    {
        using var user = await fixture.RecruiterAsync();
        await using var phone = await user.ConnectAsync();
        await using var laptop = await user.ConnectAsync();
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null)
        {
            ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(1),
        });
        await fixture.SendAsync(new NotifyMatchFound(user.Id, Guid.CreateVersion7(), 90, "Tester", null));

        foreach (var socket in new[] { phone, laptop })
        {
            var expiring = await socket.NextAsync("notification");
            var deleted = await socket.NextAsync("notification_deleted");
            Assert.Equal((3, 1), (deleted.Number("seq"), deleted.Number("unread_count")));
            Assert.Equal(expiring.Field("data").Id("notification_id"), Assert.Single(deleted.Items("notification_ids")).GetGuid());
        }

        Assert.Single(await user.NotificationsAsync());
        var count = (await user.GetAsync("/api/notifications/unread-count")).Json;
        Assert.Equal((1, 1), (count.Number("count"), count.Number("unseen_count")));
    }

    [Theory]
    [InlineData("Retention:Types:candidate_aded:Read", "10.00:00:00", "Retention:Types:candidate_aded")]
    [InlineData("Retention:Types:candidate_added:Read", "00:00:00", "Retention:Types:candidate_added:Read")]
    [InlineData("Retention:Read", "-1.00:00:00", "Read")]
    public async Task A_server_with_a_retention_that_makes_no_sense_does_not_start(string key, string value, string named)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(
            () => HotGigsServer.StartAsync(new Dictionary<string, string?> { [key] = value }));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
