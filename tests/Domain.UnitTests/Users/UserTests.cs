using HotGigs.Domain.Users;

namespace HotGigs.Domain.UnitTests.Users;

public sealed class UserTests
{
    private static readonly UserIdentity Renamed = People.Rita with { Name = "Rita Recruiter", Email = null, Roles = Roles.Candidate };

    [Fact]
    public void A_user_is_registered_as_their_token_says()
    {
        var user = User.Register(People.Rita, At.Minute(1), At.Minute(2));

        Assert.Equal(("rita", "rita", "rita@hotgigs.example", Roles.Recruiter), (user.Id, user.Name, user.Email, user.Roles));
        Assert.Equal((At.Minute(1), At.Minute(2)), (user.TokenIssuedAt, user.FirstSeenAt));
    }

    [Fact]
    public void A_newer_token_keeps_them_current()
    {
        var user = User.Register(People.Rita, At.Minute(1), At.Minute(1));

        Assert.True(user.KeepCurrent(Renamed, At.Minute(2)));

        Assert.Equal(("Rita Recruiter", null, Roles.Candidate), (user.Name, user.Email, user.Roles));
        Assert.Equal((At.Minute(2), At.Minute(1)), (user.TokenIssuedAt, user.FirstSeenAt));
    }

    [Fact]
    public void An_older_token_never_overwrites_a_newer_one()
    {
        var user = User.Register(People.Rita, At.Minute(5), At.Minute(5));

        Assert.False(user.KeepCurrent(Renamed, At.Minute(4)));

        Assert.Equal(("rita", "rita@hotgigs.example", Roles.Recruiter), (user.Name, user.Email, user.Roles));
        Assert.Equal(At.Minute(5), user.TokenIssuedAt);
    }

    [Fact]
    public void A_newer_token_that_says_the_same_only_moves_the_time()
    {
        var user = User.Register(People.Rita, At.Minute(1), At.Minute(1));

        Assert.False(user.KeepCurrent(People.Rita, At.Minute(2)));

        Assert.Equal(At.Minute(2), user.TokenIssuedAt);
        Assert.False(user.KeepCurrent(Renamed, At.Minute(1)));
    }

    [Theory]
    [InlineData(Roles.None, Roles.Admin, false)]
    [InlineData(Roles.Recruiter, Roles.Admin, false)]
    [InlineData(Roles.Recruiter, Roles.Recruiter | Roles.Admin, true)]
    [InlineData(Roles.Candidate | Roles.Admin, Roles.Admin, true)]
    [InlineData(Roles.Admin, Roles.None, false)]
    public void One_of_the_wanted_roles_is_enough(Roles held, Roles wanted, bool has) => Assert.Equal(has, held.HasAny(wanted));

    [Theory]
    [InlineData("rosa")]
    [InlineData("auth0|5f7c8ec7c33c6c004bbafe82")]
    [InlineData("李 雷")]
    public void An_id_is_any_text(string id) => Assert.True(User.IsValidId(id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("rosa ")]
    [InlineData(" rosa")]
    [InlineData("ro\nsa")]
    [InlineData("ro\0sa")]
    public void An_id_that_a_database_or_a_log_could_take_for_another_is_none(string? id) => Assert.False(User.IsValidId(id));

    [Fact]
    public void An_id_has_at_most_128_characters()
    {
        Assert.True(User.IsValidId(new string('x', 128)));
        Assert.False(User.IsValidId(new string('x', 129)));
    }
}
