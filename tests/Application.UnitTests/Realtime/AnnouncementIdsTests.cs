using HotGigs.Application.Realtime;
using HotGigs.Domain.Users;

namespace HotGigs.Application.UnitTests.Realtime;

/// <summary>Which announcements are the same, when their sender gives them no name.</summary>
public sealed class AnnouncementIdsTests
{
    private static readonly BroadcastToRoom Tonight =
        new(People.Adam, "recruiters", "Tonight", "We are down for an hour.", null, null, true, null);

    [Fact]
    public void The_same_words_within_the_hour_are_the_same_announcement() =>
        Assert.Equal(AnnouncementIds.Of(Tonight, At.Noon), AnnouncementIds.Of(Tonight with { }, At.Minute(59)));

    [Fact]
    public void Everything_else_is_another_one()
    {
        Guid[] ids =
        [
            AnnouncementIds.Of(Tonight, At.Noon),
            AnnouncementIds.Of(Tonight, At.Minute(60)),
            AnnouncementIds.Of(Tonight with { Title = "Today" }, At.Noon),
            AnnouncementIds.Of(Tonight with { Room = "admins" }, At.Noon),
            AnnouncementIds.Of(Tonight with { Sender = new UserIdentity("ann", "Ann", null, Roles.Admin) }, At.Noon),
            AnnouncementIds.Of(Tonight with { ActionUrl = "/news" }, At.Noon),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(8, id.Version));
    }
}
