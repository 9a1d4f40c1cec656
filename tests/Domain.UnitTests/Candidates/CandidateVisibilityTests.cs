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
        Assert.True(Ritas.IsVisibleTo(People.Rita, isShared: false));
        Assert.False(Ritas.IsVisibleTo(People.Sam, isShared: false));
    }

    [Fact]
    public void Every_recruiter_sees_the_pool()
    {
        Assert.True(InPool.IsVisibleTo(People.Rita, isShared: false));
        Assert.True(InPool.IsVisibleTo(People.Sam, isShared: false));
    }

    [Fact]
    public void A_recruiter_sees_whom_an_admin_shares_with_them()
    {
        Assert.True(Ritas.IsVisibleTo(People.Sam, isShared: true));
        Assert.False(Ritas.IsVisibleTo(People.Sam with { Roles = Roles.Candidate }, isShared: true));
    }

    [Fact]
    public void A_shared_candidate_came_by_the_share_to_all_but_the_recruiter_who_has_them()
    {
        Assert.Equal(CandidateSource.AdminShare, Ritas.SourceFor(People.Sam, isShared: true));
        Assert.Equal(CandidateSource.AdminShare, InPool.SourceFor(People.Sam, isShared: true));
        Assert.Equal(CandidateSource.ResumeImport, Ritas.SourceFor(People.Rita, isShared: true));
        Assert.Equal(CandidateSource.ResumeImport, InPool.SourceFor(People.Sam, isShared: false));
    }

    [Fact]
    public void A_recruiter_sorts_in_their_own_candidates_and_the_pool_and_an_admin_all()
    {
        Assert.True(Ritas.IsTaggedBy(People.Rita));
        Assert.False(Ritas.IsTaggedBy(People.Sam));
        Assert.True(InPool.IsTaggedBy(People.Sam));
        Assert.True(Ritas.IsTaggedBy(People.Adam));
        Assert.False(Carla.IsTaggedBy(People.Carla));
    }

    [Fact]
    public void An_admin_sees_everyone()
    {
        Assert.True(Ritas.IsVisibleTo(People.Adam, isShared: false));
        Assert.True(InPool.IsVisibleTo(People.Adam, isShared: false));
    }

    [Fact]
    public void Candidates_see_themselves_and_nobody_else()
    {
        Assert.True(Carla.IsVisibleTo(People.Carla, isShared: false));
        Assert.False(Carla.IsVisibleTo(People.Carla with { Id = "carl" }, isShared: false));
        Assert.False(Ritas.IsVisibleTo(People.Carla, isShared: false));
        Assert.False(InPool.IsVisibleTo(People.Carla, isShared: false));
    }

    [Fact]
    public void A_service_sees_nobody()
    {
        Assert.False(Ritas.IsVisibleTo(People.Robot, isShared: false));
        Assert.False(InPool.IsVisibleTo(People.Robot, isShared: false));
    }

    [Fact]
    public void A_recruiter_who_lost_the_role_sees_their_candidates_no_more() =>
        Assert.False(Ritas.IsVisibleTo(People.Rita with { Roles = Roles.Candidate }, isShared: false));

    [Fact]
    public void No_user_is_taken_for_the_candidates_who_are_no_users() =>
        Assert.False(Ritas.IsVisibleTo(new UserIdentity(Candidate.NoUser, "Nobody", null, Roles.Candidate), isShared: false));
}
