using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Application.UnitTests.Resumes;
using HotGigs.Application.Users;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Realtime;

public sealed class ReadPresenceTests
{
    private static readonly DateTimeOffset Now = At.Clock().GetUtcNow();

    private readonly FakeResumes candidates = new();
    private readonly FakeUsers users = new(People.Rita, People.Sam, People.Adam, People.Carla);

    [Fact]
    public async Task Those_a_room_is_for_who_were_seen_within_a_day_come_with_it()
    {
        users.Seen[People.Rita.Id] = Now.AddHours(-1);
        users.Seen[People.Sam.Id] = Now.AddHours(-25);
        users.Seen[People.Adam.Id] = Now.AddMinutes(-1);
        users.Seen[People.Carla.Id] = Now;

        var background = await Read(People.Rita, "recruiters");

        Assert.Equal(Room.Recruiters, background.Room);
        Assert.Equal([People.Adam.Id, People.Rita.Id], background.SeenLately.Select(seen => seen.UserId));
    }

    [Fact]
    public async Task Candidates_are_not_told_when_others_were_seen()
    {
        users.Seen[People.Carla.Id] = Now;

        Assert.Empty((await Read(People.Carla, "candidates")).SeenLately);
        Assert.Equal(People.Carla.Id, Assert.Single((await Read(People.Adam, "candidates")).SeenLately).UserId);
    }

    [Fact]
    public async Task The_room_of_a_candidate_has_only_those_in_it()
    {
        users.Seen[People.Rita.Id] = Now;
        var (_, carla) = Some.Completed(People.Carla, ResumeSource.CandidateUpload);
        candidates.Have(carla);

        Assert.Empty((await Read(People.Adam, $"candidate:{carla.Id}")).SeenLately);
    }

    [Fact]
    public async Task It_is_refused_to_those_who_may_not_join()
    {
        Assert.Equal(ErrorCode.Forbidden, (await App.RefusalOf(() => Read(People.Carla, "recruiters"))).Code);
        await App.InvalidFieldOf("room", () => Read(People.Adam, "kitchen"));
    }

    private Task<PresenceBackground> Read(UserIdentity user, string name) => App
        .With(ports => ports.AddSingleton<ICandidateReader>(candidates).AddSingleton<IUserDirectory>(users))
        .Send(new ReadPresence(user, name));
}
