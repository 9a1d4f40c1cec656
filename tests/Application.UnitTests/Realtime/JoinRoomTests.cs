using HotGigs.Application.Candidates;
using HotGigs.Application.Common;
using HotGigs.Application.Realtime;
using HotGigs.Application.UnitTests.Fakes;
using HotGigs.Application.UnitTests.Resumes;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.UnitTests.Realtime;

public sealed class JoinRoomTests
{
    private readonly FakeResumes candidates = new();

    [Theory]
    [InlineData("recruiters", Roles.Recruiter, true)]
    [InlineData("recruiters", Roles.Admin, true)]
    [InlineData("recruiters", Roles.Candidate, false)]
    [InlineData("recruiters", Roles.Service, false)]
    [InlineData("admins", Roles.Admin, true)]
    [InlineData("admins", Roles.Recruiter, false)]
    [InlineData("admins", Roles.Candidate | Roles.Recruiter | Roles.Service, false)]
    [InlineData("candidates", Roles.Candidate, true)]
    [InlineData("candidates", Roles.Admin, true)]
    [InlineData("candidates", Roles.Recruiter, false)]
    [InlineData("candidates", Roles.None, false)]
    public async Task A_role_lets_one_into_its_room(string name, Roles roles, bool allowed)
    {
        var user = People.Rita with { Roles = roles };

        if (allowed)
            Assert.Equal(name, (await Join(user, name)).Name);
        else
            Assert.Equal(ErrorCode.Forbidden, (await App.RefusalOf(() => Join(user, name))).Code);
    }

    [Fact]
    public async Task The_room_of_a_candidate_is_for_those_who_may_see_them()
    {
        var (_, ritas) = Some.Completed(People.Rita);
        candidates.Have(ritas);
        var name = $"candidate:{ritas.Id}";

        Assert.Equal(name, (await Join(People.Rita, name)).Name);
        Assert.Equal(name, (await Join(People.Adam, name)).Name);
        Assert.Equal(ErrorCode.Forbidden, (await App.RefusalOf(() => Join(People.Sam, name))).Code);
        Assert.Equal(ErrorCode.Forbidden, (await App.RefusalOf(() => Join(People.Carla, name))).Code);
    }

    [Fact]
    public async Task Every_recruiter_may_join_the_room_of_a_candidate_in_the_pool_and_so_may_they_themselves()
    {
        var (_, carla) = Some.Completed(People.Carla, ResumeSource.CandidateUpload);
        candidates.Have(carla);

        foreach (var user in new[] { People.Rita, People.Sam, People.Carla })
            Assert.Equal(carla.Id, (await Join(user, $"candidate:{carla.Id}")).CandidateId);
    }

    [Fact]
    public async Task The_room_of_a_candidate_who_does_not_exist_is_refused_like_one_who_may_not_be_seen()
    {
        var (_, ritas) = Some.Completed(People.Rita);
        candidates.Have(ritas);

        var hidden = await App.RefusalOf(() => Join(People.Sam, $"candidate:{ritas.Id}"));
        var missing = await App.RefusalOf(() => Join(People.Sam, $"candidate:{Ids.Of(99)}"));

        Assert.Equal((missing.Code, missing.Message), (hidden.Code, hidden.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("everyone")]
    [InlineData("Recruiters")]
    [InlineData("recruiters ")]
    [InlineData("candidate:")]
    [InlineData("candidate:7")]
    [InlineData("Candidate:01930000-0000-7000-8000-000000000001")]
    [InlineData("candidate:01930000000070008000000000000001")]
    [InlineData("candidate:{01930000-0000-7000-8000-000000000001}")]
    [InlineData("candidate: 01930000-0000-7000-8000-000000000001")]
    [InlineData("candidate:01930000-0000-7000-8000-000000000001\n")]
    [InlineData("candidate:0193ABCD-0000-7000-8000-000000000001")]
    [InlineData("resume:01930000-0000-7000-8000-000000000001")]
    public async Task Any_other_name_is_refused_on_its_field(string name)
    {
        var reason = await App.InvalidFieldOf("room", () => Join(People.Adam, name));

        Assert.Equal("There is no such room. Rooms are 'recruiters', 'admins', 'candidates' and 'candidate:{id}'.", reason);
    }

    private Task<Room> Join(UserIdentity user, string name) => App
        .With(ports => ports.AddSingleton<ICandidateReader>(candidates))
        .Send(new JoinRoom(user, name));
}
