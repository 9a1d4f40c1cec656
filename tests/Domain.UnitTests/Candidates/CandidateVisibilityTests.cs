using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.UnitTests.Resumes;
using HotGigs.Domain.UnitTests.Users;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.UnitTests.Candidates;

public sealed class CandidateVisibilityTests
{
    private static readonly Candidate Ritas = Candidate.FromResume(Some.Uploaded(People.Rita), Some.Profile, At.Noon);
    private static readonly Candidate InPool = Candidate.FromResume(Some.Uploaded(People.Adam), Some.Profile, At.Noon);
    private static readonly Candidate Carla =
        Candidate.FromResume(Some.Uploaded(People.Carla, ResumeSource.CandidateUpload), Some.Profile, At.Noon);

    [Fact]
    public void A_recruiter_sees_their_own_candidates_and_nobody_elses()
    {
        Assert.True(Ritas.IsVisibleTo(People.Rita));
        Assert.False(Ritas.IsVisibleTo(People.Sam));
    }

    [Fact]
    public void Every_recruiter_sees_the_pool()
    {
        Assert.True(InPool.IsVisibleTo(People.Rita));
        Assert.True(InPool.IsVisibleTo(People.Sam));
    }

    [Fact]
    public void An_admin_sees_everyone()
    {
        Assert.True(Ritas.IsVisibleTo(People.Adam));
        Assert.True(InPool.IsVisibleTo(People.Adam));
    }

    [Fact]
    public void Candidates_see_themselves_and_nobody_else()
    {
        Assert.True(Carla.IsVisibleTo(People.Carla));
        Assert.False(Carla.IsVisibleTo(People.Carla with { Id = "carl" }));
        Assert.False(Ritas.IsVisibleTo(People.Carla));
        Assert.False(InPool.IsVisibleTo(People.Carla));
    }

    [Fact]
    public void A_service_sees_nobody()
    {
        Assert.False(Ritas.IsVisibleTo(People.Robot));
        Assert.False(InPool.IsVisibleTo(People.Robot));
    }

    [Fact]
    public void A_recruiter_who_lost_the_role_sees_their_candidates_no_more() =>
        Assert.False(Ritas.IsVisibleTo(People.Rita with { Roles = Roles.Candidate }));

    [Fact]
    public void No_user_is_taken_for_the_candidates_who_are_no_users() =>
        Assert.False(Ritas.IsVisibleTo(new UserIdentity(Candidate.NoUser, "Nobody", null, Roles.Candidate)));
}
